package dev.rapt.detector.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.Landmarks;
import dev.rapt.detector.testing.Findings;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LandmarkBytesTest {

    @Test
    void whatIsPackedIsReadAgain() {
        // Given
        Landmarks landmarks = Findings.landmarks();

        // When
        ByteBuffer packed = ByteBuffer.wrap(LandmarkBytes.of(landmarks));

        // Then, read as the contract says
        Box bounds = landmarks.hull();
        assertThat(packed.remaining()).isEqualTo(468 * 4);
        for (int i = 0; i < Landmarks.COUNT; i++) {
            float x = bounds.x() + bounds.width() * (packed.getShort() & 0xffff) / 65535;
            float y = bounds.y() + bounds.height() * (packed.getShort() & 0xffff) / 65535;
            assertThat(x).isCloseTo(landmarks.at(i).x(), within(0.002f));
            assertThat(y).isCloseTo(landmarks.at(i).y(), within(0.002f));
        }
    }

    @Test
    void theEdgesOfTheBoundsAreTheLeastAndTheMost() {
        ByteBuffer packed = ByteBuffer.wrap(LandmarkBytes.of(Findings.landmarks()));

        // The first point is at the left, the last at the right
        assertThat(packed.getShort(0) & 0xffff).isZero();
        assertThat(packed.getShort(4 * 467) & 0xffff).isEqualTo(65535);
    }

    @Test
    void pointsInOnePlaceAreAtItsEdge() {
        assertThat(LandmarkBytes.of(new Landmarks(new float[2 * Landmarks.COUNT])))
                .containsOnly(0);
    }
}
