package dev.rapt.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.trainer.DrawnFaces;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int SIZE = 48 * 48;
    private final GreyImage image = DrawnFaces.draw(Expression.ANGRY, 3);

    @Test
    void withoutChangesThePictureStaysWhatItIs() {
        float[] out = applied(Recipe.none(), 1);

        for (int i = 0; i < SIZE; i++) {
            assertThat(out[i]).isCloseTo(image.pixels()[i] & 255, within(0.01f));
        }
    }

    @Test
    void mirrorsLeftAndRight() {
        float[] out = applied(new Recipe(1, 0, 0, 0, 0, 0, 0, 0), 1);

        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 48; x++) {
                assertThat(out[y * 48 + x]).isCloseTo(image.pixels()[y * 48 + 47 - x] & 255, within(0.01f));
            }
        }
    }

    @Test
    void aTurnKeepsTheMiddleAndMovesTheEdge() {
        byte[] spots = new byte[49 * 49];
        spots[24 * 49 + 24] = (byte) 255;
        spots[24 * 49 + 44] = (byte) 255;
        float[] out = new float[49 * 49];

        // A turn of θ about the centre (24, 24) brings (44, 24) to (24 + 20 cos θ, 24 ∓ 20 sin θ)
        new Warp(Math.cos(0.5), -Math.sin(0.5), Math.sin(0.5), Math.cos(0.5), 0, 0)
                .apply(new GreyImage(49, 49, spots), out, 0);

        assertThat(out[24 * 49 + 24]).isCloseTo(255, within(1f));
        int x = (int) Math.round(24 + 20 * Math.cos(0.5));
        int y = (int) Math.round(24 - 20 * Math.sin(0.5));
        assertThat(out[y * 49 + x]).isGreaterThan(60);
        assertThat(out[24 * 49 + 44]).isZero();
    }

    @Test
    void aShiftByWholePixelsRepeatsTheBorder() {
        float[] out = new float[SIZE];

        new Warp(1, 0, 0, 1, 3, -2).apply(image, out, 0);

        assertThat(out[10 * 48 + 10]).isCloseTo(image.pixels()[8 * 48 + 13] & 255, within(0.01f));
        assertThat(out[10 * 48 + 47]).isCloseTo(image.pixels()[8 * 48 + 47] & 255, within(0.01f));
        assertThat(out[10]).isCloseTo(image.pixels()[13] & 255, within(0.01f));
    }

    @Test
    void brightnessAndContrastStayWithinTheGreyRange() {
        for (int seed = 0; seed < 50; seed++) {
            for (float level : applied(new Recipe(0, 0, 0, 0, 0.9, 200, 0, 0), seed)) {
                assertThat(level).isBetween(0f, 255f);
            }
        }
    }

    @Test
    void blotsOutNoMoreThanAllowed() {
        float[] plain = applied(Recipe.none(), 1);
        for (int seed = 0; seed < 50; seed++) {
            float[] out = applied(new Recipe(0, 0, 0, 0, 0, 0, 1, 0.14), seed);
            int changed = 0;
            for (int i = 0; i < SIZE; i++) {
                changed += Math.abs(out[i] - plain[i]) > 0.5 ? 1 : 0;
            }
            assertThat(changed).isBetween(10, (int) (0.16 * SIZE));
        }
    }

    @Test
    void theSameRandomNumbersGiveTheSamePicture() {
        assertThat(applied(Recipe.standard(), 9)).isEqualTo(applied(Recipe.standard(), 9));
        assertThat(applied(Recipe.standard(), 9)).isNotEqualTo(applied(Recipe.standard(), 10));
    }

    private float[] applied(Recipe recipe, long seed) {
        float[] out = new float[SIZE];
        new Augmenter(recipe).apply(image, new SplittableRandom(seed), out, 0);
        return out;
    }
}
