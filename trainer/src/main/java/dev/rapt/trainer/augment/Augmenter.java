package dev.rapt.trainer.augment;

import dev.rapt.classifier.model.GreyImage;
import java.util.random.RandomGenerator;

/**
 * Changes a picture at random within a {@link Recipe}: one bilinear warp (mirror, turn, size, shift; the border
 * repeats), then contrast and brightness, then a blotted rectangle. Stateless and safe from many threads.
 */
public final class Augmenter {
    private final Recipe recipe;

    public Augmenter(Recipe recipe) {
        this.recipe = recipe;
    }

    /** Writes the changed picture as grey levels 0..255 into {@code out} from {@code offset} on. */
    public void apply(GreyImage image, RandomGenerator random, float[] out, int offset) {
        Warp warp = Warp.draw(recipe, random);
        double contrast = 1 + symmetric(random, recipe.contrast());
        double brightness = symmetric(random, recipe.brightness());
        double mean = warp.apply(image, out, offset);
        int size = image.width() * image.height();
        for (int i = offset; i < offset + size; i++) {
            double level = (out[i] - mean) * contrast + mean + brightness;
            out[i] = (float) Math.max(0, Math.min(255, level));
        }
        if (random.nextDouble() < recipe.erasing()) {
            erase(image.width(), image.height(), random, out, offset);
        }
    }

    private void erase(int width, int height, RandomGenerator random, float[] out, int offset) {
        double area = width * height * (0.02 + random.nextDouble() * (recipe.erasedArea() - 0.02));
        double ratio = Math.exp(symmetric(random, Math.log(2.5)));
        int w = (int) Math.max(1, Math.min(width, Math.round(Math.sqrt(area * ratio))));
        int h = (int) Math.max(1, Math.min(height, Math.round(Math.sqrt(area / ratio))));
        int left = random.nextInt(width - w + 1);
        int top = random.nextInt(height - h + 1);
        float level = random.nextInt(256);
        for (int y = top; y < top + h; y++) {
            java.util.Arrays.fill(out, offset + y * width + left, offset + y * width + left + w, level);
        }
    }

    static double symmetric(RandomGenerator random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }
}
