package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FaceRoiTest {

    @Test
    void turnsWithTheEyeLine() {
        // Given a head turned by 90°, the left eye below the right one
        Candidate candidate = new Candidate(new Box(100, 200, 40, 60), 1, new Point(130, 215), new Point(130, 245));

        // When
        FaceRoi roi = FaceRoi.around(candidate);

        // Then
        assertThat(roi.side()).isEqualTo(90);
        assertThat(roi.centre()).isEqualTo(new Point(120, 230));
        assertThat(roi.angle()).isCloseTo((float) (Math.PI / 2), within(1e-6f));
        Point rightOfCentre = roi.toPicture(1, 0.5f);
        assertThat(rightOfCentre.x()).isCloseTo(120, within(1e-3f));
        assertThat(rightOfCentre.y()).isCloseTo(230 + 45, within(1e-3f));
    }

    @Test
    void theMatrixAgreesWithThePoints() {
        FaceRoi roi = new FaceRoi(new Point(120, 230), 90, 0.3f);
        double[] m = roi.inputToPicture(192);
        for (int x = 0; x < 192; x += 50) {
            for (int y = 0; y < 192; y += 50) {
                // The centre of pixel (x, y) is at (x + .5, y + .5)
                Point expected = roi.toPicture((x + 0.5f) / 192, (y + 0.5f) / 192);
                assertThat(m[0] * x + m[1] * y + m[2] + 0.5).isCloseTo(expected.x(), within(1e-3));
                assertThat(m[3] * x + m[4] * y + m[5] + 0.5).isCloseTo(expected.y(), within(1e-3));
            }
        }
    }
}
