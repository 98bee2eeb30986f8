package dev.rapt.detector.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.face.Point;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** The figures by crops that can be computed by hand; what they are on real faces is in FaceQualityOfRealFacesTest. */
class FaceQualityTest {
    private static final CropGeometry GEOMETRY =
            CropGeometry.of(new Point(100, 100), new Point(140, 100), new Point(120, 130));

    @Test
    void aPlainCropHasBrightnessAndNoDetail() {
        FaceQuality quality = FaceQuality.of(GEOMETRY, crop((x, y) -> 77));

        assertThat(quality.brightness()).isEqualTo(77);
        assertThat(quality.sharpness()).isZero();
        assertThat(quality.eyeDistance()).isCloseTo(40, within(1e-3f));
    }

    @Test
    void aGradientHasNoDetail() {
        assertThat(sharpness((x, y) -> 2 * x + y)).isZero();
    }

    /** Of white noise first differences have twice and second ones six times its variance. */
    @Test
    void noiseHasThree() {
        Random random = new Random(5);

        assertThat(sharpness((x, y) -> random.nextInt(256))).isCloseTo(3, within(0.25f));
    }

    @Test
    void contrastAndLightDontCount() {
        float full = sharpness((x, y) -> 128 + (int) Math.round(100 * Math.sin(x * .9) * Math.cos(y * .8)));
        float flat = sharpness((x, y) -> 60 + (int) Math.round(20 * Math.sin(x * .9) * Math.cos(y * .8)));

        assertThat(full).isBetween(0.5f, 0.9f);
        assertThat(flat).isCloseTo(full, within(0.03f));
    }

    @Test
    void detailInOneDirectionOnlyIsMotion() {
        assertThat(sharpness((x, y) -> 100 + (int) (90 * Math.sin(x * 1.2)) + y))
                .isLessThan(0.05f);
        assertThat(sharpness((x, y) -> 100 + (int) (90 * Math.sin(y * 1.2)) + x))
                .isLessThan(0.05f);
    }

    private static float sharpness(IntBinaryOperator pixel) {
        return FaceQuality.of(GEOMETRY, crop(pixel)).sharpness();
    }

    private static GreyCrop crop(IntBinaryOperator pixel) {
        byte[] pixels = new byte[48 * 48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) pixel.applyAsInt(i % 48, i / 48);
        }
        return new GreyCrop(48, 48, pixels);
    }
}
