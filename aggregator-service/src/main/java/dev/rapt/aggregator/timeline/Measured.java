package dev.rapt.aggregator.timeline;

import java.util.List;
import java.util.Objects;

/**
 * A frame with a measured face.
 *
 * @param probabilities seven values in [0, 1], in the order of {@link Expression}
 * @param figures three values of zero or more, in the order of {@link Figure}
 * @param label what is displayed for the frame
 */
public record Measured(List<Double> probabilities, List<Double> figures, Label label) implements Finding {

    /** No figure of a face comes near this; what lies beyond is damage and would drown the sums. */
    public static final double MAX_FIGURE = 1_000;

    public Measured {
        probabilities = List.copyOf(probabilities);
        figures = List.copyOf(figures);
        Objects.requireNonNull(label, "label");
        require(probabilities.size() == Expression.values().length, "seven probabilities");
        require(figures.size() == Figure.values().length, "three figures");
        require(probabilities.stream().allMatch(p -> p >= 0 && p <= 1), "probabilities in [0, 1]");
        require(figures.stream().allMatch(f -> f >= 0 && f <= MAX_FIGURE), "figures in [0, 1000]");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("A measured face has " + what);
        }
    }
}
