package dev.rapt.trainer.train;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Changes one weight in place by its gradient. Keeps state per weight, which checkpoints carry. */
interface WeightStep {

    /** One step for the weight of this name; {@code count} is the step's number from 1 on. */
    void step(String name, NDArray weight, NDArray gradient, double rate, long count);

    /** The live state by name, e.g. {@code momentum/stem.weight}. */
    Map<String, NDArray> state();
}
