package dev.rapt.classifier.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;

/** What a network eats, once it is certain that it keeps the contract: crops [N,1,h,w] in, probabilities [N,7] out. */
record NetworkShape(int width, int height, boolean floats) {

    static final String INPUT = "crops";
    static final String OUTPUT = "probabilities";

    static NetworkShape of(OrtSession session) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (!inputs.keySet().equals(java.util.Set.of(INPUT))) {
            throw new ModelException("The network's inputs are " + inputs.keySet() + " instead of [" + INPUT + "]");
        }
        if (!session.getOutputNames().contains(OUTPUT)) {
            throw new ModelException("The network has no output \"" + OUTPUT + "\" among " + session.getOutputNames());
        }
        TensorInfo output = tensor(session.getOutputInfo().get(OUTPUT), OUTPUT);
        long[] out = output.getShape();
        if (output.type != OnnxJavaType.FLOAT || out.length != 2 || out[0] > 0 || out[1] != Expression.COUNT) {
            throw new ModelException("The network's output is " + output.type + Arrays.toString(out)
                    + " instead of FLOAT[-1, 7]: seven probabilities for any number of crops");
        }
        return ofInput(tensor(inputs.get(INPUT), INPUT));
    }

    private static NetworkShape ofInput(TensorInfo input) {
        long[] in = input.getShape();
        boolean floats = input.type == OnnxJavaType.FLOAT;
        boolean picture = in.length == 4 && in[0] <= 0 && in[1] == 1 && in[2] > 0 && in[3] > 0;
        if (!(floats || input.type == OnnxJavaType.UINT8) || !picture) {
            throw new ModelException("The network's input is " + input.type + Arrays.toString(in)
                    + " instead of UINT8 or FLOAT[-1, 1, height, width]");
        }
        return new NetworkShape((int) in[3], (int) in[2], floats);
    }

    private static TensorInfo tensor(NodeInfo node, String name) {
        if (node.getInfo() instanceof TensorInfo info) {
            return info;
        }
        throw new ModelException("The network's \"" + name + "\" is no tensor");
    }

    /** Bytes of one crop as the network takes it. */
    int bytes() {
        return width * height * (floats ? Float.BYTES : 1);
    }
}
