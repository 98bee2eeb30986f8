package dev.rapt.trainer.network;

import java.util.Arrays;

/** Numbers with a shape, row by row. */
public record Tensor(long[] shape, float[] values) {
    public Tensor {
        if (Arrays.stream(shape).reduce(1, (a, b) -> a * b) != values.length) {
            throw new IllegalArgumentException(values.length + " values don't fill " + Arrays.toString(shape));
        }
    }

    @Override
    public String toString() {
        return "tensor " + Arrays.toString(shape);
    }
}
