package dev.rapt.aggregator.group;

import dev.rapt.aggregator.timeline.Engagement.Component;
import dev.rapt.aggregator.timeline.EngagementRule;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A step of the group view as it is answered.
 *
 * @param start its first moment
 * @param end the moment after its last
 * @param pending whether some of it hasn't been published yet
 * @param people of how many people at least, in each of the published steps in it; 0 when there is none
 * @param published how many published steps are in it
 * @param figures their means; empty when nothing is told
 */
public record GroupStep(
        Instant start, Instant end, boolean pending, int people, int published, Map<GroupFigure, Double> figures) {
    public GroupStep {
        Map<GroupFigure, Double> copy = new EnumMap<>(GroupFigure.class);
        copy.putAll(figures);
        figures = Collections.unmodifiableMap(copy);
    }

    /** Whether too few people counted in all of it for anything to be told. */
    public boolean tooFew() {
        return published == 0 && !pending;
    }

    /** A figure, if it is told. */
    public OptionalDouble figure(GroupFigure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * The engagement index of the figures that are told, by the weights of those of its components that are among them;
     * it tells nothing that they don't. Who speaks isn't among them.
     */
    public OptionalDouble index(EngagementRule rule) {
        double sum = 0;
        double weights = 0;
        for (Component component : Component.values()) {
            double weight = rule.weights().get(component);
            OptionalDouble value = component(component);
            if (weight > 0 && value.isPresent()) {
                sum += weight * value.getAsDouble();
                weights += weight;
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
    }

    private OptionalDouble component(Component component) {
        return switch (component) {
            case FACING -> figure(GroupFigure.ATTENTION);
            case EYES -> figure(GroupFigure.EYES_OPEN);
            case PRESENCE -> {
                OptionalDouble away = figure(GroupFigure.AWAY);
                yield away.isEmpty() ? away : OptionalDouble.of(1 - away.getAsDouble());
            }
            case SPEAKING -> OptionalDouble.empty();
            case EXPRESSIVENESS -> figure(GroupFigure.EXPRESSIVENESS);
        };
    }
}
