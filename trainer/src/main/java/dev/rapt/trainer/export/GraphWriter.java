package dev.rapt.trainer.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.rapt.trainer.network.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Adds nodes and constants to an ONNX graph; every method returns the name of what it added. */
final class GraphWriter {
    private final GraphProto.Builder graph;
    private int nodes;

    GraphWriter(GraphProto.Builder graph) {
        this.graph = graph;
    }

    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        return named(operator.toLowerCase(java.util.Locale.ROOT) + "_" + nodes, operator, inputs, attributes);
    }

    String named(String output, String operator, List<String> inputs, AttributeProto... attributes) {
        nodes++;
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(Arrays.asList(attributes)));
        return output;
    }

    String constant(String name, Tensor tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        TensorProto.Builder proto = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long size : tensor.shape()) {
            proto.addDims(size);
        }
        graph.addInitializer(proto);
        return name;
    }

    String scalar(String name, double value) {
        return constant(name, new Tensor(new long[0], new float[] {(float) value}));
    }

    String integers(String name, long... values) {
        TensorProto.Builder proto = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            proto.addInt64Data(value);
        }
        graph.addInitializer(proto);
        return name;
    }

    static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }
}
