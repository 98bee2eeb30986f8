package dev.rapt.detector.frame;

/**
 * What a picture may measure. All limits are inclusive and judged from the header, before a pixel is decoded.
 *
 * @param maxWidth in pixels
 * @param maxHeight in pixels
 * @param maxPixels width times height; three bytes of native memory each while the picture is read
 * @param maxBytes of the encoded picture
 * @param minSide in pixels, of both sides
 */
public record ImageLimits(int maxWidth, int maxHeight, long maxPixels, long maxBytes, int minSide) {

    public ImageLimits {
        if (maxWidth < 1 || maxHeight < 1 || maxPixels < 1 || maxBytes < 1 || minSide < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** Up to 8192 a side, 25 megapixels and 8 MiB; at least 16 pixels a side. */
    public static ImageLimits defaults() {
        return new ImageLimits(8192, 8192, 25_000_000L, 8L << 20, 16);
    }
}
