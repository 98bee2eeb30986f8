package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tracked frames against full detections of the same frames. They agree when both see the same number of faces, the boxes
 * overlap by half or more (intersection over union), and the middles between the eyes are at most a tenth of the face's
 * size apart.
 */
class TrackingAgreementTest {
    private static FramePipeline pipeline;

    @BeforeAll
    static void open() {
        pipeline = TrackingTest.open(TrackingSettings.defaults());
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @ParameterizedTest
    @CsvSource({
        SampleMedia.CAP12 + ", 2, 107",
        SampleMedia.CAP13 + ", 2, 62",
        SampleMedia.FRANCK + ", 2, 400",
        SampleMedia.CAP13 + ", 12.5, 383"
    })
    void atLeastNinetyNineOfAHundredFramesAgree(String clip, double framesPerSecond, int frames) throws Exception {
        assertAgreement(clip, framesPerSecond, frames);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        SampleMedia.CAP12 + ", 12.5, 669",
        SampleMedia.FRANCK + ", 12.5, 2500",
        SampleMedia.CAP12 + ", 5, 268",
        SampleMedia.FRANCK + ", 5, 1000"
    })
    void atLeastNinetyNineOfAHundredFramesAgreeAtMoreRates(String clip, double framesPerSecond, int frames)
            throws Exception {
        assertAgreement(clip, framesPerSecond, frames);
    }

    private static void assertAgreement(String clip, double framesPerSecond, int frames) throws Exception {
        // When
        Agreement seen = new Agreement();
        Clips.play(clip, framesPerSecond, (picture, at) -> seen.compare(Pictures.jpeg(picture), at));

        // Then
        assertThat(seen.frames).isEqualTo(frames);
        assertThat((double) seen.agreeing / seen.frames).isGreaterThanOrEqualTo(0.99);
        // And most frames were tracked, or the agreement would mean nothing
        assertThat((double) seen.tracked / seen.frames).isGreaterThan(0.7);
    }

    private static final class Agreement {
        private int frames;
        private int tracked;
        private int agreeing;
        private Optional<FaceTrack> last = Optional.empty();

        private void compare(byte[] picture, long at) throws Exception {
            FrameReading reading = pipeline.read(picture, Instant.ofEpochMilli(at), last);
            last = reading.track();
            frames++;
            tracked += reading.tracked() ? 1 : 0;
            agreeing +=
                    !reading.tracked() || agree(reading.findings(), FramePipelineTest.read(pipeline, picture)) ? 1 : 0;
        }

        private static boolean agree(FrameFindings tracked, FrameFindings full) {
            if (tracked.faces().size() != full.faces().size() || full.primary().isEmpty()) {
                return false;
            }
            SeenFace face = tracked.faces().get(0);
            SeenFace expected = full.primaryFace().orElseThrow();
            return face.box().overlap(expected.box()) >= 0.5f && Landmarked.eyesApart(face, expected) <= 0.1f;
        }
    }
}
