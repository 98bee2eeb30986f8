package dev.rapt.detector.frame;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Writes pictures as JPEG, colours as sharp as light, so that thin coloured lines stay. Safe for any number of threads. */
public final class JpegWriter {
    private final int quality;

    /** @param quality 1 to 100 */
    public JpegWriter(int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("a JPEG's quality is 1 to 100");
        }
        this.quality = quality;
        NativeLibrary.load();
    }

    /** The picture's bytes as a JPEG. */
    public byte[] write(PlainPicture picture) {
        try (NativeScope scope = new NativeScope()) {
            Mat mat = scope.keep(new Mat(picture.height(), picture.width(), CvType.CV_8UC3));
            mat.put(0, 0, picture.bgr());
            MatOfByte jpeg = scope.keep(new MatOfByte());
            MatOfInt how = scope.keep(new MatOfInt(
                    Imgcodecs.IMWRITE_JPEG_QUALITY,
                    quality,
                    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
                    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444));
            if (!Imgcodecs.imencode(".jpg", mat, jpeg, how)) {
                throw new IllegalStateException("a picture could not be written as JPEG");
            }
            return jpeg.toArray();
        }
    }
}
