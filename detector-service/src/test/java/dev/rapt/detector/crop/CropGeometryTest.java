package dev.rapt.detector.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.face.Point;
import org.junit.jupiter.api.Test;

class CropGeometryTest {

    @Test
    void framesAFaceByItsEyes() {
        // Given eyes 36.7 apart and a mouth close below
        CropGeometry crop = CropGeometry.of(new Point(100, 50), new Point(136.7f, 50), new Point(118, 70));

        // Then
        assertThat(crop.side()).isCloseTo(100, within(0.01f));
        assertThat(crop.angle()).isZero();
        assertThat(crop.eyes().x()).isCloseTo(118.35f, within(0.01f));
        assertThat(crop.eyeDistance()).isCloseTo(36.7f, within(0.01f));
    }

    @Test
    void framesATurnedHeadByItsHeight() {
        // Given eyes that came together, and a mouth 37.6 below them
        CropGeometry crop = CropGeometry.of(new Point(100, 50), new Point(110, 50), new Point(105, 87.6f));
        assertThat(crop.side()).isCloseTo(100, within(0.01f));
    }

    @Test
    void putsTheEyesWhereTheModelExpectsThem() {
        // Given a head tilted by about 17°
        Point right = new Point(200, 120);
        Point left = new Point(248, 135);
        CropGeometry crop = CropGeometry.of(right, left, new Point(214, 170));

        // When the eyes' places in a crop of 48 are mapped to the picture
        double half = 0.5 * right.distance(left) / crop.side() * 48;

        // Then they are where the eyes are
        assertMapped(crop, 24 - half, 0.39 * 48, right);
        assertMapped(crop, 24 + half, 0.39 * 48, left);
    }

    @Test
    void aFaceWithoutExtentStillHasASide() {
        Point point = new Point(7, 7);
        assertThat(CropGeometry.of(point, point, point).side()).isEqualTo(1);
    }

    private static void assertMapped(CropGeometry crop, double x, double y, Point expected) {
        double[] m = crop.cropToPicture(48);
        assertThat(m[0] * (x - 0.5) + m[1] * (y - 0.5) + m[2] + 0.5).isCloseTo(expected.x(), within(0.01));
        assertThat(m[3] * (x - 0.5) + m[4] * (y - 0.5) + m[5] + 0.5).isCloseTo(expected.y(), within(0.01));
    }
}
