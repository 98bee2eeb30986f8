package dev.rapt.aggregator.group;

import dev.rapt.aggregator.timeline.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the group view tells of several people: the mean over people, each of whom weighs the same. The names are those of
 * the answers. None of them can be worked out from others that are told of other people, which is why there are so few.
 */
public enum GroupFigure {
    /** Facing seconds over facing, not facing and away ones. */
    ATTENTION("attention", Aspect.ATTENTION, Field.ENGAGEMENT_FACING),
    /** Away seconds over measured and away ones. */
    AWAY("away", Aspect.ATTENTION, Field.ENGAGEMENT_PRESENCE),
    /** Seconds with open eyes over those in which it can be told. */
    EYES_OPEN("eyesOpen", Aspect.EYES, Field.EYES_OPEN),
    ANGRY(Field.ANGRY),
    DISGUST(Field.DISGUST),
    FEAR(Field.FEAR),
    HAPPY(Field.HAPPY),
    SAD(Field.SAD),
    SURPRISE(Field.SURPRISE),
    NEUTRAL(Field.NEUTRAL),
    EXPRESSIVENESS(Field.EXPRESSIVENESS),
    VALENCE(Field.VALENCE),
    AROUSAL(Field.AROUSAL);

    /** Figures that are told of the same people: of those of whom all of them are known. */
    public enum Aspect {
        /** Who counts in a step at all: without it nothing else of the step is told. */
        ATTENTION,
        EYES,
        EXPRESSION;

        /** Its figures. */
        public List<GroupFigure> figures() {
            return Arrays.stream(GroupFigure.values())
                    .filter(figure -> figure.aspect == this)
                    .toList();
        }
    }

    static final int MICROS = 1_000_000;

    private final String text;
    private final Aspect aspect;
    private final Field field;

    GroupFigure(Field field) {
        this(field.text(), Aspect.EXPRESSION, field);
    }

    GroupFigure(String text, Aspect aspect, Field field) {
        this.text = text;
        this.aspect = aspect;
        this.field = field;
    }

    /** The figure of that name. */
    public static Optional<GroupFigure> of(String text) {
        return Arrays.stream(values())
                .filter(figure -> figure.text.equals(text))
                .findFirst();
    }

    /** Its name in answers. */
    public String text() {
        return text;
    }

    /** With which others it is told. */
    public Aspect aspect() {
        return aspect;
    }

    /** Where it comes from in a person's step. */
    Field field() {
        return field;
    }

    /** Its value in millionths, of what a person's step has in that field. */
    long micros(long raw) {
        // The share of time away, of the share of time there
        return this == AWAY && raw != Field.NONE ? MICROS - raw : raw;
    }
}
