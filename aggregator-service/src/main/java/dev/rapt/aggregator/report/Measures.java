package dev.rapt.aggregator.report;

import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a report compares. */
public final class Measures {

    /** In the order of the answers. */
    public static final List<Field> ALL = List.of(
            Field.COVERAGE,
            Field.DISPLAYED_ANGRY,
            Field.DISPLAYED_DISGUST,
            Field.DISPLAYED_FEAR,
            Field.DISPLAYED_HAPPY,
            Field.DISPLAYED_SAD,
            Field.DISPLAYED_SURPRISE,
            Field.DISPLAYED_NEUTRAL,
            Field.DISPLAYED_IT_DEPENDS,
            Field.ANGRY,
            Field.DISGUST,
            Field.FEAR,
            Field.HAPPY,
            Field.SAD,
            Field.SURPRISE,
            Field.NEUTRAL,
            Field.EXPRESSIVENESS,
            Field.VALENCE,
            Field.AROUSAL,
            Field.FACING,
            Field.EYES_OPEN,
            Field.ENGAGEMENT_INDEX,
            Field.SPEAKING_SHARE);

    /** The same, to ask for steps with. */
    public static final Fields FIELDS = Fields.of(ALL);

    private Measures() {}

    /** These of a step, by name; empty where nothing is known. */
    static Map<Field, OptionalDouble> of(Step step, EngagementRule rule, List<Field> measures) {
        Map<Field, OptionalDouble> values = new LinkedHashMap<>();
        measures.forEach(field -> values.put(field, step.number(field, rule)));
        return values;
    }
}
