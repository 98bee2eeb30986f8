package dev.rapt.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.Map;

/** Turns a plan into DJL blocks and notes every weight under its name. */
final class BlockBuilder {
    private static final float BATCH_NORM_MOMENTUM = 0.9f;

    private final Map<String, Parameter> parameters;

    BlockBuilder(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    Block build(Plan plan) {
        SequentialBlock sequence = new SequentialBlock();
        for (Layer layer : plan.layers()) {
            sequence.add(block(layer));
        }
        return sequence;
    }

    private Block block(Layer layer) {
        if (layer instanceof Layer.Conv conv) {
            return conv(conv);
        } else if (layer instanceof Layer.MaxPool pool) {
            Shape size = new Shape(pool.size(), pool.size());
            return Pool.maxPool2dBlock(size, size);
        } else if (layer instanceof Layer.Residual residual) {
            return residual(residual);
        } else if (layer instanceof Layer.GlobalAverage) {
            return Pool.globalAvgPool2dBlock();
        } else if (layer instanceof Layer.Flatten) {
            return Blocks.batchFlattenBlock();
        } else if (layer instanceof Layer.Dropout dropout) {
            return Dropout.builder().optRate((float) dropout.rate()).build();
        } else if (layer instanceof Layer.Dense dense) {
            return dense(dense);
        }
        throw new IllegalArgumentException("unknown layer " + layer);
    }

    private Block conv(Layer.Conv layer) {
        Conv2d conv = Conv2d.builder()
                .setKernelShape(new Shape(layer.kernel(), layer.kernel()))
                .setFilters(layer.filters())
                .optStride(new Shape(layer.stride(), layer.stride()))
                .optPadding(new Shape(layer.kernel() / 2, layer.kernel() / 2))
                .optBias(!layer.normalised())
                .build();
        note(layer.name(), conv);
        SequentialBlock sequence = new SequentialBlock().add(conv);
        if (layer.normalised()) {
            BatchNorm norm = BatchNorm.builder()
                    .optEpsilon((float) Plan.BATCH_NORM_EPSILON)
                    .optMomentum(BATCH_NORM_MOMENTUM)
                    .build();
            note(layer.name(), norm);
            sequence.add(norm);
        }
        return layer.relu() ? sequence.add(Activation.reluBlock()) : sequence;
    }

    private Block residual(Layer.Residual layer) {
        Block body = new SequentialBlock().add(conv(layer.a())).add(conv(layer.b()));
        return new ParallelBlock(BlockBuilder::addAndRectify, List.of(body, conv(layer.shortcut())));
    }

    private static NDList addAndRectify(List<NDList> branches) {
        NDArray sum = branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow());
        return new NDList(Activation.relu(sum));
    }

    private Block dense(Layer.Dense layer) {
        Linear linear = Linear.builder().setUnits(layer.outputs()).build();
        note(layer.name(), linear);
        return layer.relu() ? new SequentialBlock().add(linear).add(Activation.reluBlock()) : linear;
    }

    private void note(String layer, Block block) {
        for (var entry : block.getDirectParameters()) {
            parameters.put(layer + "." + entry.getKey(), entry.getValue());
        }
    }
}
