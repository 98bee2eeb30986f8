package dev.rapt.trainer.train;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (https://arxiv.org/abs/1711.05101), β 0.9 and 0.999, ε 1e-8:
 * {@code w ← w − rate·(m̂ / (√v̂ + ε) + d·w)}. Biases and normalisation aren't decayed.
 */
final class AdamW implements WeightStep {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;

    private final float decay;
    private final Map<String, NDArray> means;
    private final Map<String, NDArray> squares;

    AdamW(double decay, Map<String, NDArray> weights) {
        this.decay = (float) decay;
        this.means = States.zerosLike("mean/", weights);
        this.squares = States.zerosLike("square/", weights);
    }

    @Override
    public void step(String name, NDArray weight, NDArray gradient, double rate, long count) {
        NDArray mean = means.get("mean/" + name);
        NDArray square = squares.get("square/" + name);
        double mean1 = 1 - Math.pow(BETA1, count);
        double root2 = Math.sqrt(1 - Math.pow(BETA2, count));
        if (States.decays(name)) {
            weight.muli((float) (1 - rate * decay));
        }
        try (NDArray small = gradient.mul((float) (1 - BETA1));
                NDArray squared = gradient.mul(gradient)) {
            mean.muli((float) BETA1).addi(small);
            squared.muli((float) (1 - BETA2));
            square.muli((float) BETA2).addi(squared);
        }
        try (NDArray move = mean.mul((float) (rate / mean1));
                NDArray root = square.sqrt()) {
            root.divi((float) root2).addi(EPSILON);
            move.divi(root);
            weight.subi(move);
        }
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>(means);
        state.putAll(squares);
        return state;
    }
}
