package dev.rapt.trainer.network;

import java.util.List;

/**
 * A network as data: grey levels 0..255 of shape (N, 1, side, side) are normalised, {@code (x - mean) / deviation}, and
 * go through the layers, which end in one logit a class.
 */
public record Plan(String name, int side, double mean, double deviation, List<Layer> layers) {
    static final double BATCH_NORM_EPSILON = 1e-5;

    public Plan {
        layers = List.copyOf(layers);
    }

    /** What is added to the variance before batch normalisation divides by its root. */
    public double batchNormEpsilon() {
        return BATCH_NORM_EPSILON;
    }
}
