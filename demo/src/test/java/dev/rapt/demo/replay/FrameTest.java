package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void anIdTooLongForTheHeaderIsRefused() {
        assertThatThrownBy(() -> new Frame("x".repeat(129), 0, 0, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
