package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FaceMeasuresTest {
    private final float[] xy = new float[2 * Landmarks.COUNT];

    @Test
    void measuresByTheLandmarksOfLipsAndLids() {
        // Given a mouth 40 wide and 20 open, a right eye 20 wide and 6 open, a left eye 20 wide and 4 open
        put(78, 80, 200);
        put(308, 120, 200);
        put(13, 100, 190);
        put(14, 100, 210);
        eye(new int[] {33, 160, 158, 133, 153, 144}, 60, 100, 6);
        eye(new int[] {362, 385, 387, 263, 373, 380}, 120, 100, 4);

        // When
        FaceMeasures measures = FaceMeasures.of(new Landmarks(xy));

        // Then
        assertThat(measures.mouthOpenness()).isCloseTo(0.5f, within(1e-5f));
        assertThat(measures.rightEyeOpenness()).isCloseTo(0.3f, within(1e-5f));
        assertThat(measures.leftEyeOpenness()).isCloseTo(0.2f, within(1e-5f));
        assertThat(measures.eyeOpenness()).isCloseTo((0.3f + 0.2f) / 2, within(1e-5f));
    }

    @Test
    void aFaceWithoutWidthMeasuresNothing() {
        assertThat(FaceMeasures.of(new Landmarks(xy))).isEqualTo(new FaceMeasures(0, 0, 0));
    }

    private void eye(int[] points, float x, float y, float height) {
        put(points[0], x, y);
        put(points[1], x + 7, y - height / 2);
        put(points[2], x + 13, y - height / 2);
        put(points[3], x + 20, y);
        put(points[4], x + 13, y + height / 2);
        put(points[5], x + 7, y + height / 2);
    }

    private void put(int index, float x, float y) {
        xy[2 * index] = x;
        xy[2 * index + 1] = y;
    }
}
