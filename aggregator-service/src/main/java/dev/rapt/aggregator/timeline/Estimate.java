package dev.rapt.aggregator.timeline;

import java.util.List;
import java.util.Objects;

/**
 * An estimate of the visible expression of a face.
 *
 * @param probabilities seven values in [0, 1], in the order of {@link Expression}
 * @param label what is displayed for the frame
 */
public record Estimate(List<Double> probabilities, Label label) {
    public Estimate {
        probabilities = List.copyOf(probabilities);
        Objects.requireNonNull(label, "label");
        Measured.require(probabilities.size() == Expression.values().length, "seven probabilities");
        Measured.require(probabilities.stream().allMatch(p -> p >= 0 && p <= 1), "probabilities in [0, 1]");
    }
}
