package dev.rapt.detector.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.testing.StreamFrames;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamFrameTest {

    private static final byte[] PICTURE = {9, 8, 7};

    @Test
    void readsTheDocumentedBytes() throws Exception {
        // Given the header of the documentation, byte by byte
        byte[] message = HexFormat.of()
                .parseHex("5246" + "01" + "01" + "00000199c7f97000" + "000000000000002a" + "03" + "616461" + "090807");

        // When
        StreamFrame frame = StreamFrame.read(message);

        // Then
        assertThat(frame.participantId()).isEqualTo("ada");
        assertThat(frame.capturedAt()).isEqualTo(0x199c7f97000L);
        assertThat(frame.sequence()).isEqualTo(OptionalLong.of(42));
        assertThat(frame.picture()).containsExactly(9, 8, 7);
    }

    @Test
    void aClearFlagMeansNoSequence() throws Exception {
        StreamFrame frame = StreamFrame.read(StreamFrames.of("ada", 5, OptionalLong.empty(), PICTURE));

        assertThat(frame.sequence()).isEmpty();
        assertThat(frame.capturedAt()).isEqualTo(5);
    }

    @Test
    void anEmptyPictureIsForTheRulesToJudge() throws Exception {
        assertThat(StreamFrame.read(StreamFrames.of("ada", 5, OptionalLong.empty(), new byte[0]))
                        .picture())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,0", "2,2", "3,2", "3,255", "20,0", "20,129", "20,255"})
    void refusesAHeaderWithOneWrongByte(int at, int value) {
        byte[] message = StreamFrames.of("ada", 5, OptionalLong.of(1), PICTURE);
        message[at] = (byte) value;

        refused(message);
    }

    @Test
    void refusesEveryTruncatedHeader() {
        byte[] message = StreamFrames.of("ada", 5, OptionalLong.of(1), new byte[0]);
        for (int length = 0; length < message.length; length++) {
            refused(Arrays.copyOf(message, length));
        }
    }

    @Test
    void noiseIsReadOrRefusedAndNothingElse() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 3 && random.nextBoolean()) {
                noise[0] = 0x52;
                noise[1] = 0x46;
                noise[2] = 1;
                noise[3] &= 1;
            }
            try {
                assertThat(StreamFrame.read(noise).participantId()).isNotEmpty();
            } catch (RefusedException e) {
                assertThat(e.reason()).isEqualTo(RefusalReason.BAD_FRAME_HEADER);
            }
        }
    }

    private static void refused(byte[] message) {
        assertThatThrownBy(() -> StreamFrame.read(message))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusalReason.BAD_FRAME_HEADER));
    }
}
