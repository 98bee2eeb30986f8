package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.face.FaceGeometry.BasisPoint;
import dev.rapt.face.models.FaceModels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceGeometryTest {
    private static final byte[] METADATA = FaceModels.GEOMETRY.bytes();

    @Test
    void readsThe33PointsOfMediaPipe() {
        List<BasisPoint> basis = FaceGeometry.read(METADATA).basis();

        assertThat(basis).hasSize(33);
        assertThat(basis.stream().mapToDouble(BasisPoint::weight).sum()).isCloseTo(1, within(1e-9));
        // Nose wings weigh most, and the outer corners of the eyes mirror each other
        assertThat(basis)
                .filteredOn(point -> point.weight() > 0.1)
                .extracting(BasisPoint::landmark)
                .containsExactly(129, 358);
        BasisPoint right = point(basis, 33);
        BasisPoint left = point(basis, 263);
        assertThat(right.x()).isCloseTo(-left.x(), within(1e-3)).isBetween(-5.0, -4.0);
        assertThat(right.y()).isCloseTo(left.y(), within(1e-3)).isPositive();
        assertThat(right.z())
                .isCloseTo(left.z(), within(1e-3))
                .isLessThan(point(basis, 129).z());
    }

    @Test
    void refusesWhatIsNoGeometry() {
        assertThatThrownBy(() -> FaceGeometry.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaceGeometry.read(FaceModels.SHORT_RANGE.bytes()))
                .isInstanceOf(IllegalArgumentException.class);
        for (int length : new int[] {1, 2, 100, 19_000, METADATA.length - 1}) {
            assertThatThrownBy(() -> FaceGeometry.read(Arrays.copyOf(METADATA, length)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static BasisPoint point(List<BasisPoint> basis, int landmark) {
        return basis.stream()
                .filter(point -> point.landmark() == landmark)
                .findFirst()
                .orElseThrow();
    }
}
