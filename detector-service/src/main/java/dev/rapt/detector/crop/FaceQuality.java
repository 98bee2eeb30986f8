package dev.rapt.detector.crop;

/**
 * How well a face can be seen; raw figures.
 *
 * @param eyeDistance the distance of the eyes that the face would have from the front, in pixels of the picture
 * @param sharpness detail of the crop over its contrast: the variance of its Laplacian (4 neighbours) over the variance
 *     of its pixels. It is measured in the crop, at the size that the expression model sees: blur that the crop's
 *     shrinking hides doesn't count, and detail that a small face never had does. Over the contrast, because a dim or
 *     flat light is no blur. About .2 to .6 of a webcam's face, below .06 when nothing finer than eye sockets and lips
 *     is left; a camera's noise raises it. 0 of a plain crop
 * @param brightness mean luminance of the crop, 0 to 255
 */
public record FaceQuality(float eyeDistance, float sharpness, float brightness) {

    private static final double NO_CONTRAST = 1;

    public FaceQuality {
        if (!Float.isFinite(eyeDistance) || !Float.isFinite(sharpness) || !Float.isFinite(brightness)) {
            throw new IllegalArgumentException("figures of quality are finite");
        }
    }

    public static FaceQuality of(CropGeometry geometry, GreyCrop crop) {
        Spread pixels = new Spread();
        for (byte pixel : crop.pixels()) {
            pixels.add(pixel & 0xff);
        }
        double contrast = pixels.variance();
        double detail = contrast < NO_CONTRAST ? 0 : laplacian(crop).variance();
        return new FaceQuality(
                geometry.eyeDistance(), (float) (detail / Math.max(NO_CONTRAST, contrast)), (float) pixels.mean());
    }

    private static Spread laplacian(GreyCrop crop) {
        byte[] pixels = crop.pixels();
        int width = crop.width();
        Spread spread = new Spread();
        for (int y = 1; y < crop.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                spread.add((pixels[at - 1] & 0xff)
                        + (pixels[at + 1] & 0xff)
                        + (pixels[at - width] & 0xff)
                        + (pixels[at + width] & 0xff)
                        - 4 * (pixels[at] & 0xff));
            }
        }
        return spread;
    }

    /** Mean and variance of whole numbers. */
    private static final class Spread {
        private long count;
        private long sum;
        private long squares;

        void add(int value) {
            count++;
            sum += value;
            squares += (long) value * value;
        }

        double mean() {
            return (double) sum / Math.max(1, count);
        }

        double variance() {
            return (double) squares / Math.max(1, count) - mean() * mean();
        }
    }
}
