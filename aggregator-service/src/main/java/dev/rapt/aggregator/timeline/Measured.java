package dev.rapt.aggregator.timeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A frame with a face.
 *
 * @param figures three values of zero or more, in the order of {@link Figure}
 * @param pose where the head is turned; empty when the detector didn't measure it
 * @param quality how well the face can be seen; empty when the detector didn't measure it
 * @param estimate what it visibly expresses; empty when nobody knows, because too little of it shows or nobody asked
 */
public record Measured(
        List<Double> figures, Optional<HeadPose> pose, Optional<Quality> quality, Optional<Estimate> estimate)
        implements Finding {

    /** No figure of a face comes near this; what lies beyond is damage and would drown the sums. */
    public static final double MAX_FIGURE = 1_000;

    public Measured {
        figures = List.copyOf(figures);
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(estimate, "estimate");
        require(figures.size() == Figure.values().length, "three figures");
        require(figures.stream().allMatch(f -> f >= 0 && f <= MAX_FIGURE), "figures in [0, 1000]");
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("A measured face has " + what);
        }
    }
}
