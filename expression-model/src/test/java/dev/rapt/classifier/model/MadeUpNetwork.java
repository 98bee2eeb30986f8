package dev.rapt.classifier.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A network that keeps the contract and has learnt nothing: one linear layer of seeded random weights over the pixels,
 * and a softmax. For tests of everything but how good the answers are.
 *
 * @param width columns of its crops
 * @param height rows
 * @param floats whether it takes floats instead of bytes
 * @param input the name of its input
 * @param output the name of its output
 * @param classes how many probabilities it answers
 */
public record MadeUpNetwork(int width, int height, boolean floats, String input, String output, int classes) {

    private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
    private static final int UINT8 = TensorProto.DataType.UINT8_VALUE;

    /** One that eats bytes of the usual size. */
    public static MadeUpNetwork usual() {
        return new MadeUpNetwork(48, 48, false, "crops", "probabilities", 7);
    }

    /** Writes it to {@code <folder>/made-up.onnx} without a card. */
    public Path writeTo(Path folder) throws IOException {
        return Files.write(folder.resolve("made-up.onnx"), bytes());
    }

    /** As the file would be. */
    public byte[] bytes() {
        GraphProto graph = GraphProto.newBuilder()
                .setName("made-up")
                .addInput(tensor(input, floats ? FLOAT : UINT8, 1, height, width))
                .addOutput(tensor(output, FLOAT, classes))
                .addInitializer(floats("scale", List.of(), new float[] {1 / 255f}))
                .addInitializer(floats("weights", List.of((long) width * height, (long) classes), weights()))
                .addNode(node("Cast", List.of(input), "values", integer("to", FLOAT)))
                .addNode(node("Mul", List.of("values", "scale"), "scaled"))
                .addNode(node("Flatten", List.of("scaled"), "flat", integer("axis", 1)))
                .addNode(node("MatMul", List.of("flat", "weights"), "sums"))
                .addNode(node("Softmax", List.of("sums"), output, integer("axis", 1)))
                .build();
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private float[] weights() {
        Random random = new Random(7);
        float[] weights = new float[width * height * classes];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() / 12;
        }
        return weights;
    }

    private static ValueInfoProto tensor(String name, int type, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        dimensions.addDimBuilder().setDimParam("N");
        for (long dimension : shape) {
            dimensions.addDimBuilder().setDimValue(dimension);
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type)
                .setShape(dimensions)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static TensorProto floats(String name, List<Long> shape, float[] values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        tensor.addAllDims(shape);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    private static NodeProto node(String kind, List<String> inputs, String output, AttributeProto... attributes) {
        return NodeProto.newBuilder()
                .setOpType(kind)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build();
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }
}
