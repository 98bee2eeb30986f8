package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.group.GroupFigure;
import dev.rapt.aggregator.group.GroupFigure.Aspect;
import dev.rapt.aggregator.group.GroupStep;
import dev.rapt.aggregator.timeline.EngagementRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The fields of a group's steps by their names, for columns and for files. */
final class GroupFields {

    private static final String INDEX = "engagementIndex";
    private static final String EXPRESSIONS = "expressions";
    private static final List<GroupFigure> SEVEN = List.of(
            GroupFigure.ANGRY,
            GroupFigure.DISGUST,
            GroupFigure.FEAR,
            GroupFigure.HAPPY,
            GroupFigure.SAD,
            GroupFigure.SURPRISE,
            GroupFigure.NEUTRAL);

    private GroupFields() {}

    /**
     * The fields that are named, all where none is.
     *
     * @param expressions whether expressions may be told
     */
    static Map<String, Function<GroupStep, OptionalDouble>> parse(
            Optional<String> text, boolean expressions, EngagementRule rule) {
        Map<String, Function<GroupStep, OptionalDouble>> all = new LinkedHashMap<>();
        for (GroupFigure figure : GroupFigure.values()) {
            if (expressions || figure.aspect() != Aspect.EXPRESSION) {
                all.put(figure.text(), step -> step.figure(figure));
            }
        }
        all.put(INDEX, step -> step.index(rule));
        if (text.isEmpty()) {
            return all;
        }
        Map<String, Function<GroupStep, OptionalDouble>> chosen = new LinkedHashMap<>();
        for (String name : text.get().split(",", -1)) {
            boolean several = expressions && name.trim().equals(EXPRESSIONS);
            List<String> names = several ? SEVEN.stream().map(GroupFigure::text).toList() : List.of(name.trim());
            for (String one : names) {
                if (!expressions && (one.equals(EXPRESSIONS) || isExpression(one))) {
                    throw ProblemException.attentionOnly();
                }
                if (!all.containsKey(one)) {
                    throw ProblemException.badRequest(
                            "bad-fields",
                            "A group has no field '" + one + "'. There are " + String.join(", ", all.keySet()));
                }
                chosen.put(one, all.get(one));
            }
        }
        return chosen;
    }

    private static boolean isExpression(String name) {
        return GroupFigure.of(name)
                .filter(figure -> figure.aspect() == Aspect.EXPRESSION)
                .isPresent();
    }

    /** The seven expressions that are told, by their names; empty when none is. */
    static Optional<Map<String, Double>> expressions(GroupStep step) {
        Map<String, Double> told = new LinkedHashMap<>();
        SEVEN.forEach(figure -> Digits.six(step.figure(figure)).ifPresent(value -> told.put(figure.text(), value)));
        return told.isEmpty() ? Optional.empty() : Optional.of(told);
    }
}
