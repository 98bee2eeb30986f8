package dev.rapt.trainer.export;

import static dev.rapt.trainer.export.GraphWriter.integer;
import static dev.rapt.trainer.export.GraphWriter.ints;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.network.WeightMap;
import java.util.List;

/**
 * Writes a trained network as an ONNX model (operator set 17, IR 8): input {@code crops} uint8 (N, 1, side, side), grey
 * levels 0..255; output {@code probabilities} float (N, classes). Normalisation and softmax are inside, batch
 * normalisation is folded into the convolutions, and N is free.
 */
public final class OnnxExporter {
    /** The name of the model's only input. */
    public static final String INPUT = "crops";
    /** The name of the model's only output. */
    public static final String OUTPUT = "probabilities";

    private static final int OPERATOR_SET = 17;
    private static final int IR_VERSION = 8;

    private final ModelIdentity identity;
    private final boolean flipAverage;

    /** With {@code flipAverage} the graph runs a picture and its mirror image and gives the mean of both answers. */
    public OnnxExporter(ModelIdentity identity, boolean flipAverage) {
        this.identity = identity;
        this.flipAverage = flipAverage;
    }

    /** The bytes of the ONNX file. */
    public byte[] export(Plan plan, WeightMap weights) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName(identity.name());
        graph.addInput(value(INPUT, DataType.UINT8, 1, plan.side(), plan.side()));
        graph.addOutput(value(OUTPUT, DataType.FLOAT, identity.classes().size()));
        nodes(graph, plan, weights);
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setProducerName("rapt-trainer")
                .addMetadataProps(property("name", identity.name()))
                .addMetadataProps(property("version", identity.version()))
                .addMetadataProps(property("classes", String.join(",", identity.classes())))
                .addMetadataProps(property("network", plan.name()))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private void nodes(GraphProto.Builder builder, Plan plan, WeightMap weights) {
        GraphWriter graph = new GraphWriter(builder);
        String levels = graph.node("Cast", List.of(INPUT), integer("to", DataType.FLOAT.getNumber()));
        String centred = graph.node("Sub", List.of(levels, graph.scalar("mean_level", plan.mean())));
        String input = graph.node("Div", List.of(centred, graph.scalar("level_deviation", plan.deviation())));
        LayerWriter layers = new LayerWriter(graph, plan, weights);
        if (!flipAverage) {
            graph.named(OUTPUT, "Softmax", List.of(layers.write(input)), integer("axis", 1));
            return;
        }
        String both = graph.node("Concat", List.of(input, mirror(graph, input)), integer("axis", 0));
        String each = graph.node("Softmax", List.of(layers.write(both)), integer("axis", 1));
        String pairs = graph.node(
                "Reshape",
                List.of(each, graph.integers("pairs", 2, -1, identity.classes().size())));
        graph.named(OUTPUT, "ReduceMean", List.of(pairs), ints("axes", 0), integer("keepdims", 0));
    }

    private static String mirror(GraphWriter graph, String input) {
        return graph.node(
                "Slice",
                List.of(
                        input,
                        graph.integers("mirror_from", -1),
                        graph.integers("mirror_to", Long.MIN_VALUE + 1),
                        graph.integers("mirror_axis", 3),
                        graph.integers("mirror_step", -1)));
    }

    private static ValueInfoProto value(String name, DataType type, int... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
        for (int size : sizes) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
