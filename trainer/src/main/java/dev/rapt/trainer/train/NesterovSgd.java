package dev.rapt.trainer.train;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stochastic gradient descent with Nesterov's momentum m and weight decay d, as PyTorch defines it:
 * {@code g ← g + d·w, v ← m·v + g, w ← w − rate·(g + m·v)}. Biases and normalisation aren't decayed.
 */
final class NesterovSgd implements WeightStep {
    private final float momentum;
    private final float decay;
    private final Map<String, NDArray> velocities;

    NesterovSgd(double momentum, double decay, Map<String, NDArray> weights) {
        this.momentum = (float) momentum;
        this.decay = (float) decay;
        this.velocities = States.zerosLike("momentum/", weights);
    }

    @Override
    public void step(String name, NDArray weight, NDArray gradient, double rate, long count) {
        NDArray velocity = velocities.get("momentum/" + name);
        if (States.decays(name)) {
            try (NDArray pull = weight.mul(decay)) {
                gradient.addi(pull);
            }
        }
        velocity.muli(momentum).addi(gradient);
        try (NDArray ahead = velocity.mul(momentum)) {
            gradient.addi(ahead);
            gradient.muli((float) rate);
            weight.subi(gradient);
        }
    }

    @Override
    public Map<String, NDArray> state() {
        return new LinkedHashMap<>(velocities);
    }
}
