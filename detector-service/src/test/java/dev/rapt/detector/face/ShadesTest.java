package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShadesTest {
    private static final int SIDE = 192;

    private final float[] points = new float[3 * Landmarks.COUNT];
    private final byte[] pixels = new byte[3 * SIDE * SIDE];

    ShadesTest() {
        // A net of landmarks over a picture of dark and light stripes
        for (int i = 0; i < Landmarks.COUNT; i++) {
            points[3 * i] = 40 + 5 * (i % 22);
            points[3 * i + 1] = 40 + 5 * (i / 22);
        }
        paint(1, 0);
    }

    @Test
    void theSamePictureIsAllAlike() {
        assertThat(shades().like(shades())).isCloseTo(1, within(1e-9));
    }

    @Test
    void lightAndContrastDontMatter() {
        Shades before = shades();
        paint(0.4, 60);
        assertThat(shades().like(before)).isGreaterThan(0.99);
    }

    @Test
    void whereTheLandmarksSlippedOffItIsUnlike() {
        Shades before = shades();
        for (int i = 0; i < Landmarks.COUNT; i++) {
            points[3 * i] += 15;
        }
        assertThat(shades().like(before)).isLessThan(0);
    }

    @Test
    void landmarksOutsideThePictureHaveTheShadeOfItsEdge() {
        // Given a picture whose right edge alone is light
        Arrays.fill(pixels, (byte) 0);
        for (int y = 0; y < SIDE; y++) {
            Arrays.fill(pixels, 3 * (y * SIDE + SIDE - 5), 3 * (y + 1) * SIDE, (byte) 90);
        }

        // When all landmarks lie far below it, half of them far left and half far right
        for (int i = 0; i < Landmarks.COUNT; i++) {
            points[3 * i] = i % 2 == 0 ? -1e6f : 1e6f;
            points[3 * i + 1] = 1e6f;
        }

        // Then those on the left are dark and those on the right light, and none is anything between
        assertThat(shades().greens()).containsOnly(0, 90).contains(0).contains(90);
    }

    @Test
    void nothingIsLikeAnEvenPictureOrLikeNothing() {
        Shades striped = shades();
        paint(0, 128);
        assertThat(shades().like(striped)).isZero();
        assertThat(striped.like(Shades.NONE)).isZero();
        assertThat(Shades.NONE.like(Shades.NONE)).isZero();
    }

    private Shades shades() {
        return Shades.of(pixels, SIDE, points);
    }

    private void paint(double contrast, int light) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                pixels[3 * (y * SIDE + x) + 1] = (byte) (light + contrast * (100 + 80 * Math.sin(x * Math.PI / 15)));
            }
        }
    }
}
