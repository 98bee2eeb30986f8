package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void theMessageIsHeaderIdAndPicture() {
        // Given
        Frame frame = new Frame("bob", 1_767_225_600_123L, 7, new byte[] {(byte) 0xff, (byte) 0xd8, 1});

        // When
        ByteBuffer message = frame.message();

        // Then
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("5246" + "01" + "01" + "0000019b76daa87b" + "0000000000000007" + "03" + "626f62" + "ffd801");
    }

    @Test
    void anIdTooLongForTheHeaderIsRefused() {
        assertThatThrownBy(() -> new Frame("x".repeat(129), 0, 0, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
