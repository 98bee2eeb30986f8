package dev.rapt.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;

/** Copies between arrays in memory and arrays of a network, whatever their layout. */
public final class Weights {
    private Weights() {}

    /** Copies each array of {@code from} into the one of the same name. */
    public static void copy(Map<String, NDArray> from, Map<String, NDArray> to) {
        from.forEach((name, array) -> array.copyTo(to.get(name)));
    }

    /** The numbers in logical order, row by row. */
    public static Tensor read(NDArray array) {
        try (NDArray flat = array.flatten();
                NDArray copy = flat.duplicate()) {
            return new Tensor(array.getShape().getShape(), copy.toFloatArray());
        }
    }

    /** Writes the numbers of a tensor into an array of the same shape. */
    public static void write(Tensor tensor, NDArray array) {
        if (!java.util.Arrays.equals(tensor.shape(), array.getShape().getShape())) {
            throw new IllegalArgumentException("shape " + array.getShape() + " doesn't take " + tensor);
        }
        try (NDManager manager = array.getManager().newSubManager()) {
            manager.create(tensor.values(), array.getShape()).copyTo(array);
        }
    }
}
