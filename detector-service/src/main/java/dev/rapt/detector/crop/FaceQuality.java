package dev.rapt.detector.crop;

/**
 * How well a face can be seen; raw figures.
 *
 * @param eyeDistance the distance of the eyes that the face would have from the front, in pixels of the picture
 * @param sharpness how fine the detail of the crop is: the variance of its second differences over the variance of its
 *     first ones, across or down, whichever is less (a mean squared spatial frequency, so that motion in one direction
 *     counts, and contrast, light and size don't). It is measured in the crop, at the size that the expression model
 *     sees: blur that shrinking hides doesn't count, and detail that a small face never had does. About .9 to 1.4 of a
 *     webcam's face, below .5 when nothing finer than eye sockets and lips is left, 3 of mere noise; 0 of a plain crop
 * @param brightness mean luminance of the crop, 0 to 255
 */
public record FaceQuality(float eyeDistance, float sharpness, float brightness) {

    /** A gradient without any detail has none, rather than one divided by nothing. */
    private static final double LEAST_VARIANCE = 0.01;

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
        double sharpness = Math.min(
                detail(crop, 1, crop.height(), crop.width(), crop.width()),
                detail(crop, crop.width(), crop.width(), 1, crop.height()));
        return new FaceQuality(geometry.eyeDistance(), (float) sharpness, (float) pixels.mean());
    }

    /** Along lines: from one pixel of a line to the next it is that many bytes, from line to line so many. */
    private static double detail(GreyCrop crop, int toNext, int lines, int toNextLine, int length) {
        Spread first = new Spread();
        Spread second = new Spread();
        for (int line = 0; line < lines; line++) {
            int at = line * toNextLine;
            for (int i = 1; i < length; i++, at += toNext) {
                int step = value(crop, at + toNext) - value(crop, at);
                first.add(step);
                if (i > 1) {
                    second.add(step - value(crop, at) + value(crop, at - toNext));
                }
            }
        }
        return second.variance() / Math.max(LEAST_VARIANCE, first.variance());
    }

    private static int value(GreyCrop crop, int at) {
        return crop.pixels()[at] & 0xff;
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
