package dev.rapt.aggregator.group;

import dev.rapt.aggregator.group.GroupFigure.Aspect;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Steps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One person's figures, step by step, as far as the group view needs them. */
final class Person {

    static final Fields FIELDS = fields();

    private static final Map<Aspect, List<GroupFigure>> FIGURES = new EnumMap<>(Aspect.class);

    static {
        for (Aspect aspect : Aspect.values()) {
            FIGURES.put(aspect, aspect.figures());
        }
    }

    private final Map<GroupFigure, long[]> values = new EnumMap<>(GroupFigure.class);
    private final long[] measured;
    private final long[] away;
    private final long seconds;

    /** @param steps with {@link #FIELDS} */
    Person(Steps steps) {
        for (GroupFigure figure : GroupFigure.values()) {
            // None of these depends on the rule
            values.put(figure, steps.values(figure.field(), EngagementRule.DEFAULT));
        }
        measured = steps.values(Field.MEASURED_SECONDS, EngagementRule.DEFAULT);
        away = steps.values(Field.AWAY_SECONDS, EngagementRule.DEFAULT);
        seconds = steps.window().resolution().length().toSeconds();
    }

    private static Fields fields() {
        List<Field> fields = new ArrayList<>(List.of(Field.MEASURED_SECONDS, Field.AWAY_SECONDS));
        for (GroupFigure figure : GroupFigure.values()) {
            fields.add(figure.field());
        }
        return Fields.of(fields);
    }

    /** Whether the person counts in that step: half of it is known at least, and so is every figure of the aspect. */
    boolean isIn(Aspect aspect, int step) {
        return (measured[step] + away[step]) * 2 >= seconds && isKnown(Aspect.ATTENTION, step) && isKnown(aspect, step);
    }

    private boolean isKnown(Aspect aspect, int step) {
        return FIGURES.get(aspect).stream().allMatch(figure -> values.get(figure)[step] != Field.NONE);
    }

    /** In millionths. */
    long micros(GroupFigure figure, int step) {
        return figure.micros(values.get(figure)[step]);
    }
}
