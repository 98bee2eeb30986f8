package dev.rapt.trainer.augment;

import dev.rapt.classifier.model.GreyImage;
import java.util.random.RandomGenerator;

/** An affine map from a point of the result to a point of the source, both measured from the pictures' centres. */
record Warp(double xx, double xy, double yx, double yy, double dx, double dy) {

    static Warp draw(Recipe recipe, RandomGenerator random) {
        double angle = Math.toRadians(Augmenter.symmetric(random, recipe.rotation()));
        double zoom = Math.exp(Augmenter.symmetric(random, Math.log1p(recipe.scale())));
        double mirror = random.nextDouble() < recipe.flip() ? -1 : 1;
        double cos = Math.cos(angle) * zoom;
        double sin = Math.sin(angle) * zoom;
        return new Warp(
                mirror * cos,
                -sin * mirror,
                sin,
                cos,
                Augmenter.symmetric(random, recipe.shift()),
                Augmenter.symmetric(random, recipe.shift()));
    }

    /** Samples bilinearly, repeating the border; returns the mean grey level of the result. */
    double apply(GreyImage image, float[] out, int offset) {
        int width = image.width();
        int height = image.height();
        byte[] pixels = image.pixels();
        double cx = (width - 1) / 2.0;
        double cy = (height - 1) / 2.0;
        double sum = 0;
        int at = offset;
        for (int y = 0; y < height; y++) {
            double sx = xx * -cx + xy * (y - cy) + cx + dx;
            double sy = yx * -cx + yy * (y - cy) + cy + dy;
            for (int x = 0; x < width; x++, sx += xx, sy += yx) {
                double px = Math.max(0, Math.min(width - 1.0, sx));
                double py = Math.max(0, Math.min(height - 1.0, sy));
                int x0 = Math.min((int) px, width - 2);
                int y0 = Math.min((int) py, height - 2);
                double fx = px - x0;
                double fy = py - y0;
                int base = y0 * width + x0;
                double top = (pixels[base] & 255) * (1 - fx) + (pixels[base + 1] & 255) * fx;
                double bottom = (pixels[base + width] & 255) * (1 - fx) + (pixels[base + width + 1] & 255) * fx;
                float level = (float) (top * (1 - fy) + bottom * fy);
                out[at++] = level;
                sum += level;
            }
        }
        return sum / (width * height);
    }
}
