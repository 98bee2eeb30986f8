package dev.rapt.aggregator.timeline;

import java.util.List;

/**
 * How well a face can be seen, as the detector measured it.
 *
 * @param values three values of zero or more, in the order of {@link Trait}
 */
public record Quality(List<Double> values) {

    /** No face comes near this; what lies beyond is damage and would drown the sums. */
    public static final double MAX_VALUE = 1_000_000;

    public Quality {
        values = List.copyOf(values);
        Measured.require(values.size() == Trait.values().length, "three traits of quality");
        Measured.require(values.stream().allMatch(v -> v >= 0 && v <= MAX_VALUE), "traits in [0, 1000000]");
    }
}
