package dev.rapt.detector.frame;

import java.util.Objects;

/**
 * Pixels in the heap, for what isn't measured but shown: rows from the top, three bytes a pixel, blue-green-red. The
 * array is shared, not copied.
 */
public record PlainPicture(int width, int height, byte[] bgr) {

    public PlainPicture {
        Objects.requireNonNull(bgr);
        if (width < 1 || height < 1 || bgr.length != width * height * 3) {
            throw new IllegalArgumentException("a picture has three bytes for each of its pixels");
        }
    }

    /** Never the pixels, so that they can't get into a log by accident. */
    @Override
    public String toString() {
        return "PlainPicture[" + width + "×" + height + "]";
    }
}
