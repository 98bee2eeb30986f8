package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaceChoiceTest {
    private final Box small = new Box(500, 100, 60, 60);
    private final Box large = new Box(100, 100, 150, 150);

    @Test
    void takesTheLargestWhenNothingIsKnown() {
        assertThat(FaceChoice.among(List.of(small, large), Optional.empty())).isEqualTo(1);
        assertThat(FaceChoice.among(List.of(large, small), Optional.empty())).isZero();
    }

    @Test
    void takesTheNearestToTheLast() {
        assertThat(FaceChoice.among(List.of(large, small), Optional.of(new Box(480, 110, 70, 70))))
                .isEqualTo(1);
        assertThat(FaceChoice.among(List.of(large, small), Optional.of(new Box(120, 110, 70, 70))))
                .isZero();
    }

    @Test
    void hasNothingToChooseAmongNone() {
        assertThatThrownBy(() -> FaceChoice.among(List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
