package dev.rapt.trainer.export;

import static dev.rapt.trainer.export.GraphWriter.integer;
import static dev.rapt.trainer.export.GraphWriter.ints;

import dev.rapt.trainer.network.Layer;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.network.WeightMap;
import java.util.List;

/** Writes a plan's layers as ONNX nodes. */
final class LayerWriter {
    private final GraphWriter graph;
    private final Plan plan;
    private final WeightMap weights;

    LayerWriter(GraphWriter graph, Plan plan, WeightMap weights) {
        this.graph = graph;
        this.plan = plan;
        this.weights = weights;
    }

    /** Returns the name of the logits of the normalised input of this name. */
    String write(String input) {
        String last = input;
        for (Layer layer : plan.layers()) {
            last = write(layer, last);
        }
        return last;
    }

    private String write(Layer layer, String input) {
        if (layer instanceof Layer.Conv conv) {
            return conv(conv, input);
        } else if (layer instanceof Layer.MaxPool pool) {
            return graph.node(
                    "MaxPool",
                    List.of(input),
                    ints("kernel_shape", pool.size(), pool.size()),
                    ints("strides", pool.size(), pool.size()));
        } else if (layer instanceof Layer.Residual residual) {
            String body = conv(residual.b(), conv(residual.a(), input));
            String shortcut = conv(residual.shortcut(), input);
            return graph.node("Relu", List.of(graph.node("Add", List.of(body, shortcut))));
        } else if (layer instanceof Layer.GlobalAverage) {
            return graph.node("Flatten", List.of(graph.node("GlobalAveragePool", List.of(input))), integer("axis", 1));
        } else if (layer instanceof Layer.Flatten) {
            return graph.node("Flatten", List.of(input), integer("axis", 1));
        } else if (layer instanceof Layer.Dropout) {
            return input;
        } else if (layer instanceof Layer.Dense dense) {
            return dense(dense, input);
        }
        throw new IllegalArgumentException("unknown layer " + layer);
    }

    private String conv(Layer.Conv layer, String input) {
        FoldedConv folded = FoldedConv.of(layer, weights, plan.batchNormEpsilon());
        int pad = layer.kernel() / 2;
        String output = graph.node(
                "Conv",
                List.of(
                        input,
                        graph.constant(layer.name() + ".weight", folded.weight()),
                        graph.constant(layer.name() + ".bias", folded.bias())),
                ints("kernel_shape", layer.kernel(), layer.kernel()),
                ints("strides", layer.stride(), layer.stride()),
                ints("pads", pad, pad, pad, pad));
        return layer.relu() ? graph.node("Relu", List.of(output)) : output;
    }

    private String dense(Layer.Dense layer, String input) {
        String output = graph.node(
                "Gemm",
                List.of(
                        input,
                        graph.constant(layer.name() + ".weight", weights.get(layer.name() + ".weight")),
                        graph.constant(layer.name() + ".bias", weights.get(layer.name() + ".bias"))),
                integer("transB", 1));
        return layer.relu() ? graph.node("Relu", List.of(output)) : output;
    }
}
