package dev.rapt.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;

/**
 * He's normal initialisation for layers before a ReLU (https://arxiv.org/abs/1502.01852). Kernels are laid out with the
 * channel innermost though their shape stays (O, I, kH, kW): the engine then computes the whole network in that layout,
 * which is about twice as fast on a CPU.
 */
final class ChannelsLastHe implements Initializer {

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType type) {
        long fanIn = shape.size() / shape.get(0);
        float deviation = (float) Math.sqrt(2.0 / fanIn);
        if (shape.dimension() != 4) {
            return manager.randomNormal(0, deviation, shape, type);
        }
        Shape channelsLast = new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
        return manager.randomNormal(0, deviation, channelsLast, type).transpose(0, 3, 1, 2);
    }
}
