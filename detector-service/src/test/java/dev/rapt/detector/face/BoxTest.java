package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void overlapIsIntersectionOverUnion() {
        Box box = new Box(0, 0, 10, 10);
        assertThat(box.overlap(box)).isEqualTo(1);
        assertThat(box.overlap(new Box(5, 0, 10, 10))).isEqualTo(50f / 150);
        assertThat(box.overlap(new Box(10, 0, 10, 10))).isZero();
        assertThat(box.overlap(new Box(20, 20, 5, 5))).isZero();
        assertThat(new Box(3, 3, 0, 0).overlap(new Box(3, 3, 0, 0))).isZero();
    }

    @Test
    void refusesWhatIsNoRectangle() {
        assertThatThrownBy(() -> new Box(Float.NaN, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, 1, Float.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
