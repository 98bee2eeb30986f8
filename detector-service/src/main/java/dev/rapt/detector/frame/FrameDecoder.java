package dev.rapt.detector.frame;

import java.util.Objects;
import java.util.Optional;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Decodes JPEG and PNG of any depth and colour to 8-bit colour. Grey is spread over three channels, 16 bits
 * are cut to 8, an alpha channel is dropped (what lies under it shows), CMYK is converted.
 *
 * <p>A truncated picture is refused, although the decoder would fill the rest with grey: a half-grey face
 * measures something, and it would be wrong. Safe for any number of threads.
 */
public final class FrameDecoder {
    private final ImageLimits limits;

    public FrameDecoder(ImageLimits limits) {
        this.limits = Objects.requireNonNull(limits);
        NativeLibrary.load();
    }

    /** The picture's pixels, to be closed by the caller. */
    public DecodedFrame decode(byte[] image) throws UnreadableImageException {
        ImageHeader header = ImageHeader.read(image, limits, Optional.empty());
        switch (header.type()) {
            case JPEG -> JpegStructure.requireWhole(image);
            case PNG -> PngStructure.requireWhole(image);
        }
        Mat mat = pixels(image);
        if (mat.empty()) {
            mat.release();
            throw undecodable(header);
        }
        return new DecodedFrame(mat);
    }

    private static Mat pixels(byte[] image) {
        try (NativeScope scope = new NativeScope()) {
            return Imgcodecs.imdecode(scope.keep(new MatOfByte(image)), Imgcodecs.IMREAD_COLOR);
        } catch (CvException refused) {
            return new Mat();
        }
    }

    private static UnreadableImageException undecodable(ImageHeader header) {
        return new UnreadableImageException(
                ImageRefusal.CORRUPT_IMAGE, "The " + header.type() + "'s picture data does not decode.");
    }
}
