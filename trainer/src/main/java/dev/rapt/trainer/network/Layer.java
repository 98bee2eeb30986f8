package dev.rapt.trainer.network;

/**
 * One step of a {@link Plan}. Whoever turns a plan into something that runs (DJL blocks, an ONNX graph, a script of
 * another framework) needs to know these kinds and nothing else. Weights are named after the layer.
 */
public sealed interface Layer {

    /**
     * Convolution with "same" padding (odd kernel). With {@code normalised}: no bias, batch normalisation after it
     * ({@code gamma, beta, runningMean, runningVar}); else with {@code bias}.
     */
    record Conv(String name, int filters, int kernel, int stride, boolean normalised, boolean relu) implements Layer {}

    /** Maximum over squares of {@code size}, without overlap. */
    record MaxPool(int size) implements Layer {}

    /**
     * Two normalised 3×3 convolutions ({@code name.a} with ReLU, {@code name.b} without), added to a normalised 1×1
     * convolution of the input ({@code name.shortcut}), then ReLU. The first convolution and the shortcut stride.
     */
    record Residual(String name, int filters, int stride) implements Layer {
        public Conv a() {
            return new Conv(name + ".a", filters, 3, stride, true, true);
        }

        public Conv b() {
            return new Conv(name + ".b", filters, 3, 1, true, false);
        }

        public Conv shortcut() {
            return new Conv(name + ".shortcut", filters, 1, stride, true, false);
        }
    }

    /** Mean over all places, leaving one number a channel. */
    record GlobalAverage() implements Layer {}

    /** Channel, row, column to one vector. */
    record Flatten() implements Layer {}

    /** Zeroes this share of the numbers while training. */
    record Dropout(double rate) implements Layer {}

    /** Fully connected with {@code bias}; weight (outputs, inputs). */
    record Dense(String name, int outputs, boolean relu) implements Layer {}
}
