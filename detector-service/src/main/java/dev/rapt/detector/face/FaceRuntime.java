package dev.rapt.detector.face;

/**
 * What runs the face models. All of them read the same files and give the same outputs to 1e-4, on one thread a
 * network; they differ in what a frame costs.
 */
public enum FaceRuntime {
    /** OpenCV's dnn module. */
    OPENCV {
        @Override
        FaceNetwork network(byte[] model, double scale, double mean) {
            return new OpenCvNetwork(model, scale, mean);
        }
    },
    /** TensorFlow Lite with XNNPACK. */
    TFLITE {
        @Override
        FaceNetwork network(byte[] model, double scale, double mean) {
            return new TfliteNetwork(model, scale, mean);
        }
    };

    /**
     * Loads a model. Pixels reach it as {@code (pixel - mean) * scale}, red-green-blue.
     *
     * @throws IllegalStateException when the runtime or the model does not load
     */
    abstract FaceNetwork network(byte[] model, double scale, double mean);
}
