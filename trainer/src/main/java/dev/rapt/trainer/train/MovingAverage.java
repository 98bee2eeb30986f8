package dev.rapt.trainer.train;

import ai.djl.ndarray.NDArray;
import dev.rapt.trainer.network.Network;
import dev.rapt.trainer.network.Weights;
import java.util.Map;

/**
 * A second network whose weights (and running statistics) are the exponential moving average of a trained one's. Early
 * on the decay is (1 + n) / (10 + n), so that the random start is soon forgotten.
 */
final class MovingAverage implements AutoCloseable {
    private final double decay;
    private final Network average;

    MovingAverage(double decay, Network trained) {
        this.decay = decay;
        this.average = Network.create(trained.plan(), false);
        Weights.copy(trained.arrays(), average.arrays());
    }

    Network network() {
        return average;
    }

    void follow(Map<String, NDArray> arrays, long count) {
        float keep = (float) Math.min(decay, (1.0 + count) / (10.0 + count));
        Map<String, NDArray> own = average.arrays();
        arrays.forEach((name, array) -> {
            try (NDArray part = array.mul(1 - keep)) {
                own.get(name).muli(keep).addi(part);
            }
        });
    }

    @Override
    public void close() {
        average.close();
    }
}
