package dev.rapt.aggregator.timeline;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be asked of a step, one number or one label each; the names are those of the answers. */
public enum Field {
    FRAMES("frames", Kind.COUNT, frameColumns()),
    MEASURED_FRAMES("measuredFrames", Kind.COUNT, Sums.SCORED, Sums.SEEN),
    SCORED_FRAMES("scoredFrames", Kind.COUNT, Sums.SCORED),
    ABSENT_FRAMES("absentFrames", Kind.COUNT, span(Sums.ABSENT, Sums.LABELS)),
    SKIPPED_FRAMES("skippedFrames", Kind.COUNT, Sums.SKIPPED),
    MEASURED_SECONDS("measuredSeconds", Kind.COUNT, Columns.MEASURED),
    AWAY_SECONDS("awaySeconds", Kind.COUNT, Columns.AWAY),
    UNMEASURED_SECONDS("unmeasuredSeconds", Kind.COUNT, Columns.MEASURED, Columns.AWAY),
    COVERAGE("coverage", Kind.SHARE, Columns.MEASURED, Columns.AWAY),
    FACING_SECONDS("facingSeconds", Kind.COUNT, Columns.FACING, Columns.NOT_FACING),
    NOT_FACING_SECONDS("notFacingSeconds", Kind.COUNT, Columns.FACING, Columns.NOT_FACING),
    FACING("facing", Kind.SHARE, Columns.FACING, Columns.NOT_FACING),
    EYES_KNOWN_SECONDS("eyesKnownSeconds", Kind.COUNT, Columns.EYES_KNOWN),
    EYES_CLOSED_SECONDS("eyesClosedSeconds", Kind.COUNT, Columns.EYES_KNOWN, Columns.EYES_CLOSED),
    EYES_OPEN("eyesOpen", Kind.SHARE, Columns.EYES_KNOWN, Columns.EYES_CLOSED),
    ANGRY(Expression.ANGRY),
    DISGUST(Expression.DISGUST),
    FEAR(Expression.FEAR),
    HAPPY(Expression.HAPPY),
    SAD(Expression.SAD),
    SURPRISE(Expression.SURPRISE),
    NEUTRAL(Expression.NEUTRAL),
    DISPLAYED("displayed", Kind.LABEL, Columns.LAST_LABEL),
    DISPLAYED_ANGRY(Label.ANGRY),
    DISPLAYED_DISGUST(Label.DISGUST),
    DISPLAYED_FEAR(Label.FEAR),
    DISPLAYED_HAPPY(Label.HAPPY),
    DISPLAYED_SAD(Label.SAD),
    DISPLAYED_SURPRISE(Label.SURPRISE),
    DISPLAYED_NEUTRAL(Label.NEUTRAL),
    DISPLAYED_IT_DEPENDS(Label.IT_DEPENDS),
    DOMINANT("dominant", Kind.LABEL, dominantColumns()),
    EXPRESSIVENESS("expressiveness", Kind.SHARE, tuned()),
    VALENCE("valence", Kind.SHARE, tuned()),
    AROUSAL("arousal", Kind.SHARE, tuned()),
    ENGAGEMENT_INDEX("engagementIndex", Kind.SHARE, engagement()),
    ENGAGEMENT_FACING(Engagement.Component.FACING),
    ENGAGEMENT_EYES(Engagement.Component.EYES),
    ENGAGEMENT_PRESENCE(Engagement.Component.PRESENCE),
    ENGAGEMENT_SPEAKING(Engagement.Component.SPEAKING),
    ENGAGEMENT_EXPRESSIVENESS(Engagement.Component.EXPRESSIVENESS),
    CONFIDENCE("confidence", Figure.CONFIDENCE),
    MOUTH_OPENNESS("mouthOpenness", Figure.MOUTH_OPENNESS),
    EYE_OPENNESS("eyeOpenness", Figure.EYE_OPENNESS),
    YAW("yaw", Angle.YAW),
    PITCH("pitch", Angle.PITCH),
    ROLL("roll", Angle.ROLL),
    EYE_DISTANCE("eyeDistance", Trait.EYE_DISTANCE),
    SHARPNESS("sharpness", Trait.SHARPNESS),
    BRIGHTNESS("brightness", Trait.BRIGHTNESS),
    SPEAKING_SHARE("speakingShare", Kind.SHARE, Columns.SPOKEN, Columns.SPEECH_KNOWN),
    SPEAKING_SECONDS("speakingSeconds", Kind.SHARE, Columns.SPOKEN, Columns.SPEECH_KNOWN),
    PEOPLE("people", Kind.COUNT, Columns.PEOPLE, Columns.MEASURED, Columns.AWAY);

    /** What {@link #raw} gives where nothing is known. */
    public static final long NONE = Long.MIN_VALUE;

    private static final double MICRO = 1e6;
    private static final long SUM_UNIT = 1_000;

    /** What a value is. */
    public enum Kind {
        /** A whole number. */
        COUNT,
        /** A number in millionths. */
        SHARE,
        /** The ordinal of a {@link Label}. */
        LABEL
    }

    /** Where the sum and the count of a mean stand. */
    private record Mean(int sum, int seconds, long unit) {}

    private final String text;
    private final Kind kind;
    private final int[] columns;
    private final Optional<Mean> mean;
    private final Optional<Label> label;
    private final Optional<Engagement.Component> component;

    Field(String text, Kind kind, int... columns) {
        this(text, kind, columns, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Field(
            String text,
            Kind kind,
            int[] columns,
            Optional<Mean> mean,
            Optional<Label> label,
            Optional<Engagement.Component> component) {
        this.text = text;
        this.kind = kind;
        this.columns = columns;
        this.mean = mean;
        this.label = label;
        this.component = component;
    }

    Field(String text, Mean mean) {
        this(
                text,
                Kind.SHARE,
                new int[] {mean.sum(), mean.seconds()},
                Optional.of(mean),
                Optional.empty(),
                Optional.empty());
    }

    Field(Expression expression) {
        this(
                expression.name().toLowerCase(java.util.Locale.ROOT),
                new Mean(Sums.EXPRESSIONS + expression.ordinal(), Sums.SCORED_SECONDS, 1));
    }

    Field(Label label) {
        this(
                "displayedShares." + label.text(),
                Kind.SHARE,
                span(Columns.DISPLAYED, Columns.TUNED_SECONDS),
                Optional.empty(),
                Optional.of(label),
                Optional.empty());
    }

    Field(Engagement.Component component) {
        this(
                "engagement." + component.text(),
                Kind.SHARE,
                component.columns(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(component));
    }

    Field(String text, Figure figure) {
        this(text, new Mean(Sums.FIGURES + figure.ordinal(), Sums.MEASURED_SECONDS, 1));
    }

    Field(String text, Angle angle) {
        this(text, new Mean(Sums.ANGLES + angle.ordinal(), Sums.POSED_SECONDS, 1));
    }

    Field(String text, Trait trait) {
        // Kept in thousandths
        this(text, new Mean(Sums.TRAITS + trait.ordinal(), Sums.GRADED_SECONDS, 1_000));
    }

    /** The field of that name. */
    public static Optional<Field> of(String text) {
        return Arrays.stream(values()).filter(field -> field.text.equals(text)).findFirst();
    }

    /** Its name in answers. */
    public String text() {
        return text;
    }

    /** What its values are. */
    public Kind kind() {
        return kind;
    }

    /** Whether it needs to be known who speaks. */
    public boolean needsSpeech() {
        return Arrays.stream(columns).anyMatch(column -> column == Columns.SPOKEN);
    }

    /**
     * Whether its values are made of expressions. The engagement index isn't counted among them: where no expression is
     * known, it is made of its other components.
     */
    public boolean isExpression() {
        return this != ENGAGEMENT_INDEX && Arrays.stream(columns).anyMatch(Columns::isExpression);
    }

    int[] columns() {
        return columns;
    }

    /** The value of a step, by {@link #kind}; {@link #NONE} where nothing is known. */
    long raw(Cells cells, EngagementRule rule) {
        if (mean.isPresent()) {
            long seconds = cells.at(mean.get().seconds());
            return seconds == 0
                    ? NONE
                    : Tally.roundedRatio(cells.at(mean.get().sum()), seconds * SUM_UNIT)
                            * mean.get().unit();
        }
        if (label.isPresent()) {
            long all = sum(cells, Columns.DISPLAYED, Columns.TUNED_SECONDS);
            return share(cells.at(Columns.DISPLAYED + label.get().ordinal()), all);
        }
        if (component.isPresent()) {
            return component.get().micro(cells);
        }
        return special(cells, rule);
    }

    private long special(Cells cells, EngagementRule rule) {
        long facing = cells.at(Columns.FACING);
        long directed = facing + cells.at(Columns.NOT_FACING);
        long eyes = cells.at(Columns.EYES_KNOWN);
        long known = cells.at(Columns.MEASURED) + cells.at(Columns.AWAY);
        return switch (this) {
            case FRAMES -> MEASURED_FRAMES.special(cells, rule) + ABSENT_FRAMES.special(cells, rule);
            case MEASURED_FRAMES -> cells.at(Sums.SCORED) + cells.at(Sums.SEEN);
            case SCORED_FRAMES -> cells.at(Sums.SCORED);
            case ABSENT_FRAMES -> sum(cells, Sums.ABSENT, Sums.LABELS);
            case SKIPPED_FRAMES -> cells.at(Sums.SKIPPED);
            case MEASURED_SECONDS -> cells.at(Columns.MEASURED);
            case AWAY_SECONDS -> cells.at(Columns.AWAY);
            case UNMEASURED_SECONDS -> cells.allSeconds() - known;
            case COVERAGE -> cells.allSeconds() == 0 ? 0 : share(known, cells.allSeconds());
            case FACING_SECONDS -> directed == 0 ? NONE : facing;
            case NOT_FACING_SECONDS -> directed == 0 ? NONE : directed - facing;
            case FACING -> share(facing, directed);
            case EYES_KNOWN_SECONDS -> eyes;
            case EYES_CLOSED_SECONDS -> eyes == 0 ? NONE : cells.at(Columns.EYES_CLOSED);
            case EYES_OPEN -> share(eyes - cells.at(Columns.EYES_CLOSED), eyes);
            case DISPLAYED -> cells.at(Columns.LAST_LABEL) == 0 ? NONE : cells.at(Columns.LAST_LABEL) - 1;
            case DOMINANT -> cells.at(Sums.SCORED_SECONDS) == 0 ? NONE : dominant(cells);
            case EXPRESSIVENESS -> Affect.expressiveness(cells);
            case VALENCE -> Affect.valence(cells);
            case AROUSAL -> Affect.arousal(cells);
            case ENGAGEMENT_INDEX -> Engagement.indexMicro(cells, rule);
            case SPEAKING_SHARE -> share(cells.at(Columns.SPOKEN), cells.at(Columns.SPEECH_KNOWN));
            case SPEAKING_SECONDS -> cells.at(Columns.SPEECH_KNOWN) == 0 ? NONE : cells.at(Columns.SPOKEN) * SUM_UNIT;
            case PEOPLE -> cells.at(Columns.PEOPLE);
            default -> throw new IllegalStateException(text);
        };
    }

    private static long dominant(Cells cells) {
        int first = 0;
        boolean level = false;
        for (int i = 1; i < Label.values().length; i++) {
            int order = Long.compare(cells.at(Sums.LABELS + i), cells.at(Sums.LABELS + first));
            level = order == 0 || order < 0 && level;
            first = order > 0 ? i : first;
        }
        return level ? Label.IT_DEPENDS.ordinal() : first;
    }

    private static long share(long part, long whole) {
        return whole == 0 ? NONE : Math.round(part * MICRO / whole);
    }

    private static long sum(Cells cells, int from, int to) {
        long sum = 0;
        for (int column = from; column < to; column++) {
            sum += cells.at(column);
        }
        return sum;
    }

    private static int[] span(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static int[] frameColumns() {
        return IntStream.concat(IntStream.of(Sums.SCORED, Sums.SEEN), IntStream.range(Sums.ABSENT, Sums.LABELS))
                .toArray();
    }

    private static int[] dominantColumns() {
        return IntStream.concat(IntStream.of(Sums.SCORED_SECONDS), IntStream.range(Sums.LABELS, Sums.EXPRESSIONS))
                .toArray();
    }

    private static int[] tuned() {
        return span(Columns.TUNED_SECONDS, Columns.LAST_LABEL);
    }

    private static int[] engagement() {
        return Arrays.stream(Engagement.Component.values())
                .flatMapToInt(component -> Arrays.stream(component.columns()))
                .toArray();
    }
}
