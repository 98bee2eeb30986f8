package dev.rapt.detector.face;

import dev.rapt.detector.frame.NativeLibrary;
import dev.rapt.detector.frame.NativeScope;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * One model in the TensorFlow Lite runtime with its XNNPACK kernels, on the caller's thread alone. All that is native
 * is made when it is opened; a run makes nothing.
 */
final class TfliteNetwork implements FaceNetwork {
    private static final int OK = 0;

    private final NativeScope scope = new NativeScope();
    private final double scale;
    private final double shift;
    private final Interpreter interpreter;
    private final Mat colours;
    private final Mat input;
    private final List<FloatPointer> outputs = new ArrayList<>();
    private boolean open = true;

    /** Pixels reach the network as {@code (pixel - mean) * scale}, red-green-blue. */
    TfliteNetwork(byte[] model, double scale, double mean) {
        this.scale = scale;
        this.shift = -mean * scale;
        NativeLibrary.load();
        TfliteLibrary.load();
        try {
            interpreter = interpreter(model);
            colours = scope.keep(new Mat());
            input = scope.keep(inputOf(interpreter));
            for (int i = 0; i < outputCount(); i++) {
                // No memory of its own, so there is nothing to close
                outputs.add(interpreter
                        .typed_output_tensor_float(i)
                        .capacity(interpreter.output_tensor(i).bytes() / Float.BYTES));
            }
        } catch (RuntimeException | Error failed) {
            scope.close();
            throw failed;
        }
    }

    private Interpreter interpreter(byte[] model) {
        // The interpreter reads the model's bytes where they lie, as long as it lives
        BytePointer bytes = keep(new BytePointer(model));
        FlatBufferModel read = FlatBufferModel.BuildFromBuffer(bytes, model.length);
        require(read != null && !read.isNull());
        keep(read);
        Interpreter built = new Interpreter((Pointer) null);
        try (BuiltinOpResolver operators = new BuiltinOpResolverWithXNNPACK();
                InterpreterBuilder builder = new InterpreterBuilder(read, operators)) {
            require(builder.SetNumThreads(1) == OK && builder.apply(built) == OK && !built.isNull());
        }
        keep(built);
        require(built.AllocateTensors() == OK);
        return built;
    }

    /** A matrix over the memory that the interpreter reads its input from: side × side × 3 floats. */
    private static Mat inputOf(Interpreter interpreter) {
        long size = interpreter.input_tensor(0).bytes();
        int side = (int) Math.round(Math.sqrt(size / 3.0 / Float.BYTES));
        require((long) side * side * 3 * Float.BYTES == size);
        ByteBuffer memory = new BytePointer(interpreter.typed_input_tensor_float(0))
                .capacity(size)
                .asByteBuffer();
        return new Mat(side, side, CvType.CV_32FC3, memory);
    }

    private int outputCount() {
        try (var indices = interpreter.outputs()) {
            return (int) indices.limit();
        }
    }

    private <P extends Pointer> P keep(P pointer) {
        return scope.keep(pointer, Pointer::close);
    }

    private static void require(boolean loaded) {
        if (!loaded) {
            throw new IllegalStateException("A face model does not load; build face-models again.");
        }
    }

    @Override
    public void run(Mat picture, float[]... wanted) {
        if (!open) {
            throw new IllegalStateException("the network is closed");
        }
        if (picture.rows() != input.rows() || picture.cols() != input.cols()) {
            // Anything else would make OpenCV put the pixels elsewhere
            throw new IllegalArgumentException("the network's input is " + input.size());
        }
        Imgproc.cvtColor(picture, colours, Imgproc.COLOR_BGR2RGB);
        colours.convertTo(input, CvType.CV_32FC3, scale, shift);
        if (interpreter.Invoke() != OK) {
            throw new IllegalStateException("A face model does not run.");
        }
        for (float[] output : wanted) {
            copy(output);
        }
    }

    private void copy(float[] output) {
        for (FloatPointer result : outputs) {
            if (result.capacity() == output.length) {
                result.get(output);
                return;
            }
        }
        throw new IllegalStateException("A face model has no output of " + output.length + " values, but "
                + Arrays.toString(outputs.stream().mapToLong(Pointer::capacity).toArray()));
    }

    @Override
    public void close() {
        open = false;
        scope.close();
    }
}
