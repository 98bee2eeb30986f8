package dev.rapt.classifier.model;

import java.util.Arrays;

/**
 * Grey pixels, rows from the top, one unsigned byte each (0 black, 255 white).
 *
 * <p>The array is taken over, not copied: whoever hands it in must not write to it again.
 *
 * @param width pixels in a row, at least one
 * @param height rows, at least one
 * @param pixels {@code width × height} values
 */
public record GreyImage(int width, int height, byte[] pixels) {

    /** Refuses an empty picture, and an array that doesn't hold exactly the picture. */
    public GreyImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of " + width + "×" + height + " has no pixel");
        }
        if (pixels.length != (long) width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels don't make " + width + "×" + height);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreyImage image
                && width == image.width
                && height == image.height
                && Arrays.equals(pixels, image.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    /** The size only: a picture belongs in no log. */
    @Override
    public String toString() {
        return "GreyImage[" + width + "×" + height + "]";
    }
}
