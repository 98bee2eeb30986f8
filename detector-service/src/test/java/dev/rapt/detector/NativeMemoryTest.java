package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.Crafted;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.frame.UnreadableImageException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {

    @Test
    void nothingNativeOutlivesAThousandFrames() {
        // Given
        byte[] face = Pictures.jpeg(Pictures.part("sample3.jpg", 900, 130, 480, 480, 160));
        byte[] faceless = Pictures.jpeg(Pictures.part("sample3.jpg", 0, 640, 960, 540, 160));
        byte[] truncated = Arrays.copyOf(face, face.length / 2);
        byte[] huge = Crafted.jpegDeclaring(30_000, 30_000);
        byte[] broken = brokenInside(face);
        byte[][] frames = {face, truncated, broken, faceless, huge, face, broken, truncated, new byte[0], broken};
        assertThat(NativeObjects.live()).isZero();
        int found = 0;
        int none = 0;
        int refused = 0;
        int tracked = 0;
        Optional<FaceTrack> last = Optional.empty();

        // When
        try (FramePipeline pipeline = FramePipeline.open(FramePipelineTest.settings(FaceSettings.defaults(), 1))) {
            long idle = NativeObjects.live();
            for (int i = 0; i < 1000; i++) {
                try {
                    FrameReading reading =
                            pipeline.read(frames[i % frames.length], Instant.ofEpochMilli(100L * i), last);
                    last = reading.track();
                    if (reading.findings().primary().isPresent()) {
                        found++;
                        tracked += reading.tracked() ? 1 : 0;
                    } else {
                        none++;
                    }
                } catch (UnreadableImageException e) {
                    refused++;
                }
                assertThat(NativeObjects.live()).isEqualTo(idle);
            }
        }

        // Then
        assertThat(NativeObjects.live()).isZero();
        assertThat(found).isEqualTo(200);
        // Of two frames with a face in ten, one comes after a faceless one; and the very first has nothing before it
        assertThat(tracked).isEqualTo(99);
        assertThat(none).isEqualTo(100);
        assertThat(refused).isEqualTo(700);
    }

    /** Whole by its markers, but with Huffman tables that cannot be, so that only the decoder can tell. */
    private static byte[] brokenInside(byte[] jpeg) {
        byte[] broken = jpeg.clone();
        for (int i = 2; i < broken.length - 20; i++) {
            if (broken[i] == (byte) 0xFF && broken[i + 1] == (byte) 0xC4) {
                Arrays.fill(broken, i + 5, i + 21, (byte) 0xFE);
                return broken;
            }
        }
        throw new IllegalStateException("a JPEG has Huffman tables");
    }
}
