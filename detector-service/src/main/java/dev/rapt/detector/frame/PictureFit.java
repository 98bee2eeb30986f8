package dev.rapt.detector.frame;

import java.util.Objects;
import java.util.Optional;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Decodes pictures to be shown at a given size; what is larger by far is decoded at a half, a quarter or an eighth, which
 * a JPEG's decoder does at a fraction of the cost. Safe for any number of threads.
 */
public final class PictureFit {
    private final ImageLimits limits;

    public PictureFit(ImageLimits limits) {
        this.limits = Objects.requireNonNull(limits);
        NativeLibrary.load();
    }

    /**
     * The picture as displayed, as large as it can be within these sides without a change of its proportions.
     *
     * @throws UnreadableImageException when the picture is refused or does not decode
     */
    public PlainPicture fit(byte[] image, int maxWidth, int maxHeight) throws UnreadableImageException {
        ImageHeader header = ImageHeader.read(image, limits, Optional.empty());
        double scale = Math.min((double) maxWidth / header.displayWidth(), (double) maxHeight / header.displayHeight());
        int width = side(header.displayWidth() * scale, maxWidth);
        int height = side(header.displayHeight() * scale, maxHeight);
        try (NativeScope scope = new NativeScope()) {
            Mat read = scope.keep(Imgcodecs.imdecode(scope.keep(new MatOfByte(image)), reduction(scale)));
            if (read.empty()) {
                throw undecodable(header);
            }
            return plain(scaled(read, width, height, scope));
        } catch (CvException refused) {
            throw undecodable(header);
        }
    }

    private static int side(double wanted, int most) {
        return Math.max(1, Math.min(most, (int) Math.round(wanted)));
    }

    private static int reduction(double scale) {
        if (scale <= 1 / 8.0) {
            return Imgcodecs.IMREAD_REDUCED_COLOR_8;
        }
        if (scale <= 1 / 4.0) {
            return Imgcodecs.IMREAD_REDUCED_COLOR_4;
        }
        return scale <= 1 / 2.0 ? Imgcodecs.IMREAD_REDUCED_COLOR_2 : Imgcodecs.IMREAD_COLOR;
    }

    private static Mat scaled(Mat read, int width, int height, NativeScope scope) {
        if (read.cols() == width && read.rows() == height) {
            return read;
        }
        Mat scaled = scope.keep(new Mat());
        int how = width < read.cols() ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
        Imgproc.resize(read, scaled, new Size(width, height), 0, 0, how);
        return scaled;
    }

    private static PlainPicture plain(Mat mat) {
        byte[] bgr = new byte[mat.cols() * mat.rows() * 3];
        mat.get(0, 0, bgr);
        return new PlainPicture(mat.cols(), mat.rows(), bgr);
    }

    private static UnreadableImageException undecodable(ImageHeader header) {
        return new UnreadableImageException(
                ImageRefusal.CORRUPT_IMAGE, "The " + header.type() + "'s picture data does not decode.");
    }
}
