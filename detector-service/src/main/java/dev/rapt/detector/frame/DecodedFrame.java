package dev.rapt.detector.frame;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The pixels of a picture as displayed: EXIF orientation applied, 8 bits, blue-green-red. Whoever decoded it
 * closes it; the matrix must not be used afterwards.
 */
public final class DecodedFrame implements AutoCloseable {
    private final NativeScope scope = new NativeScope();
    private final Mat mat;

    DecodedFrame(Mat mat) {
        this.mat = scope.keep(mat);
    }

    /** A plain grey picture, for warming up; to be closed by the caller. */
    public static DecodedFrame grey(int width, int height) {
        return new DecodedFrame(new Mat(height, width, CvType.CV_8UC3, Scalar.all(128)));
    }

    /** The pixels, rows from the top; read only. */
    public Mat mat() {
        return mat;
    }

    public int width() {
        return mat.cols();
    }

    public int height() {
        return mat.rows();
    }

    /** A rectangle of it as a picture of its own that shares the pixels, to be closed before this one. */
    public DecodedFrame part(int x, int y, int width, int height) {
        return new DecodedFrame(mat.submat(new Rect(x, y, width, height)));
    }

    /** Its pixels at another, smaller size, averaged by area: blue, green, red, rows from the top. */
    public byte[] shrunk(int width, int height) {
        try (NativeScope own = new NativeScope()) {
            Mat small = own.keep(new Mat());
            Imgproc.resize(mat, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
            byte[] pixels = new byte[3 * width * height];
            small.get(0, 0, pixels);
            return pixels;
        }
    }

    /** Mean luminance by ITU-R BT.601, 0 (black) to 255. */
    public double meanLuminance() {
        Scalar mean = Core.mean(mat);
        return 0.114 * mean.val[0] + 0.587 * mean.val[1] + 0.299 * mean.val[2];
    }

    @Override
    public void close() {
        scope.close();
    }
}
