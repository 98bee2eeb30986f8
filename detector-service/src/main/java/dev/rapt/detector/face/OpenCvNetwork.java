package dev.rapt.detector.face;

import dev.rapt.detector.frame.NativeLibrary;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.frame.NativeScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** One TensorFlow Lite model in OpenCV's own interpreter of it. */
final class OpenCvNetwork implements FaceNetwork {
    private final Net net;
    private final List<String> outputNames;
    private final double scale;
    private final Scalar mean;
    private boolean open = true;

    /** Pixels reach the network as {@code (pixel - mean) * scale}, red-green-blue. */
    OpenCvNetwork(byte[] model, double scale, double mean) {
        NativeLibrary.load();
        try (NativeScope scope = new NativeScope()) {
            net = Dnn.readNetFromTFLite(scope.keep(new MatOfByte(model)));
        }
        if (net.empty()) {
            throw new IllegalStateException("A face model does not load; build face-models again.");
        }
        NativeObjects.opened();
        outputNames = net.getUnconnectedOutLayersNames();
        this.scale = scale;
        this.mean = Scalar.all(mean);
    }

    @Override
    public void run(Mat input, float[]... outputs) {
        if (!open) {
            throw new IllegalStateException("the network is closed");
        }
        try (NativeScope scope = new NativeScope()) {
            Mat blob = scope.keep(Dnn.blobFromImage(input, scale, new Size(), mean, true, false));
            net.setInput(blob);
            List<Mat> results = new ArrayList<>(outputNames.size());
            net.forward(results, outputNames);
            results.forEach(scope::keep);
            for (float[] output : outputs) {
                copy(results, output);
            }
        }
    }

    private static void copy(List<Mat> results, float[] output) {
        for (Mat result : results) {
            if (result.total() == output.length) {
                result.get(new int[result.dims()], output);
                return;
            }
        }
        throw new IllegalStateException("A face model has no output of " + output.length + " values, but "
                + Arrays.toString(results.stream().mapToLong(Mat::total).toArray()));
    }

    /** OpenCV's binding frees a network when it is collected, and offers no earlier way; so this lets go of it. */
    @Override
    public void close() {
        if (open) {
            open = false;
            NativeObjects.closed();
        }
    }
}
