package dev.rapt.detector.face;

import org.opencv.core.Mat;

/**
 * One TensorFlow Lite model, from a square colour picture to lists of floats, whatever runs it. Not safe for several
 * threads at once; whoever opens it closes it.
 */
interface FaceNetwork extends AutoCloseable {

    /**
     * Fills each array with the output of its length; the order of a model's outputs differs between runtimes.
     *
     * @param input of the side that the model was made for, 8 bits, blue-green-red
     * @throws IllegalStateException when the model has no output of an array's length, or after close
     */
    void run(Mat input, float[]... outputs);

    /** Gives the native memory back. Further calls do nothing. */
    @Override
    void close();
}
