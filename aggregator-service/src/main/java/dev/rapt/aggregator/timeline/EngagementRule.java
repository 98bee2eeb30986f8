package dev.rapt.aggregator.timeline;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each component weighs in the engagement index.
 *
 * @param weights 0 or more for each component, not all 0
 * @param leastCoverage below this share of time about which something is known there is no index, in [0, 1]
 */
public record EngagementRule(Map<Engagement.Component, Double> weights, double leastCoverage) {

    /** Facing and eyes, nothing else: what is least of a guess. */
    public static final EngagementRule DEFAULT =
            new EngagementRule(Map.of(Engagement.Component.FACING, .7, Engagement.Component.EYES, .3), .5);

    public EngagementRule {
        EnumMap<Engagement.Component, Double> all = new EnumMap<>(Engagement.Component.class);
        for (Engagement.Component component : Engagement.Component.values()) {
            all.put(component, weights.getOrDefault(component, 0.));
        }
        weights = Collections.unmodifiableMap(all);
        boolean sound = weights.values().stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight));
        if (!sound || weights.values().stream().mapToDouble(Double::doubleValue).sum() <= 0) {
            throw new IllegalArgumentException("Weights are 0 or more and not all 0, not " + weights);
        }
        if (!(leastCoverage >= 0 && leastCoverage <= 1)) {
            throw new IllegalArgumentException("A coverage is in [0, 1], not " + leastCoverage);
        }
    }

    double weight(Engagement.Component component) {
        return weights.get(component);
    }
}
