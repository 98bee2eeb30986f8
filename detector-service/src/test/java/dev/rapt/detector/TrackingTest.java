package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.face.FaceRuntime;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done when a face that is tracked moves, leaves or gets company. */
class TrackingTest {
    private static final TrackingSettings SETTINGS = TrackingSettings.defaults();
    private static FramePipeline pipeline;
    private static BufferedImage franck;
    private static BufferedImage cap;

    private final List<FrameReading> readings = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private Optional<FaceTrack> last = Optional.empty();

    @BeforeAll
    static void open() throws Exception {
        pipeline = open(SETTINGS);
        franck = first(SampleMedia.FRANCK);
        cap = first(SampleMedia.CAP12);
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 500})
    void aFullDetectionComesEverySoOften(int interval) throws Exception {
        byte[] picture = frame(franck, 0, null, 0);
        int often = framesToFullPass(interval);
        for (int i = 0; i < 2 * often; i++) {
            read(picture, interval);
        }
        for (int i = 0; i < readings.size(); i++) {
            assertThat(readings.get(i).tracked()).isEqualTo(i % often != 0);
            assertThat(readings.get(i).findings().primary()).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 500})
    void aSecondFaceIsNoticedByThen(int interval) throws Exception {
        // Given a man alone
        read(frame(franck, 0, null, 0), interval);
        byte[] two = frame(franck, 0, cap, 460);

        // When another one appears in his picture
        int frames = 0;
        while (read(two, interval).findings().faces().size() < 2) {
            frames++;
            assertThat(frames).isLessThan(framesToFullPass(interval));
        }

        // Then both are seen from then on, and the first one stays the participant
        for (int i = 0; i < 3; i++) {
            FrameReading reading = read(two, interval);
            assertThat(reading.tracked()).isFalse();
            assertThat(reading.findings().faces()).hasSize(2);
            assertThat(primary(reading).box().centreX()).isLessThan(400);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 500})
    void aFaceThatLeavesIsGoneAtOnce(int interval) throws Exception {
        read(frame(franck, 0, null, 0), interval);
        assertThat(read(frame(franck, 0, null, 0), interval).tracked()).isTrue();

        FrameReading empty = read(Pictures.jpeg(Pictures.plain(860, 300, Color.GRAY)), interval);

        assertThat(empty.findings().absence()).contains(AbsenceReason.NO_FACE);
        assertThat(empty.track()).isEmpty();
    }

    @Test
    void aFaceThatMovesFarInHalfASecondIsFoundWhereItIs() throws Exception {
        for (int x : new int[] {0, 30, 90, 200, 0, 460}) {
            byte[] picture = frame(franck, x, null, 0);
            assertAgreement(primary(read(picture, 500)), picture);
        }
    }

    /** Nobody moves so far in a tenth of a second, but a camera that frames its picture anew does. */
    @ParameterizedTest
    @ValueSource(ints = {30, 60, 120, 300})
    void aFaceThatJumpsBetweenTwoQuickFramesIsFoundAtOnce(int x) throws Exception {
        read(frame(franck, 0, null, 0), 100);
        byte[] moved = frame(franck, x, null, 0);

        assertAgreement(primary(read(moved, 100)), moved);
        assertAgreement(primary(read(moved, 100)), moved);
    }

    @Test
    void afterALongPauseThereIsAFullDetection() throws Exception {
        byte[] picture = frame(franck, 0, null, 0);
        read(picture, 500);
        assertThat(read(picture, (int) SETTINGS.maxPause().toMillis()).tracked())
                .isTrue();
        assertThat(read(picture, (int) SETTINGS.maxPause().toMillis() + 1).tracked())
                .isFalse();
    }

    @Test
    void aFrameThatCameLateIsTrackedByItsDistanceInTime() throws Exception {
        byte[] picture = frame(franck, 0, null, 0);
        read(picture, 500);
        assertThat(read(picture, -400).tracked()).isTrue();
        assertThat(read(picture, -5000).tracked()).isFalse();
    }

    @Test
    void aPictureOfAnotherSizeGetsAFullDetection() throws Exception {
        read(frame(franck, 0, null, 0), 100);
        FrameReading larger = read(Pictures.jpeg(Pictures.scaled(franck, 720, 576)), 100);
        assertThat(larger.tracked()).isFalse();
        assertThat(larger.findings().faces()).hasSize(1);
    }

    @Test
    void nothingIsTrackedWhenThatIsOff() throws Exception {
        byte[] picture = frame(franck, 0, null, 0);
        try (FramePipeline off = open(TrackingSettings.off())) {
            Optional<FaceTrack> track = off.read(picture, now, Optional.empty()).track();
            assertThat(off.read(picture, now.plusMillis(100), track).tracked()).isFalse();
        }
    }

    private static int framesToFullPass(int interval) {
        return (int) SETTINGS.fullPassAfter().toMillis() / interval;
    }

    private FrameReading read(byte[] picture, int afterMillis) throws Exception {
        now = now.plusMillis(afterMillis);
        FrameReading reading = pipeline.read(picture, now, last);
        last = reading.track();
        readings.add(reading);
        return reading;
    }

    private static void assertAgreement(SeenFace face, byte[] picture) throws Exception {
        SeenFace expected = FramePipelineTest.read(pipeline, picture).faces().get(0);
        assertThat(face.box().overlap(expected.box())).isGreaterThan(0.6f);
        assertThat(Landmarked.eyesApart(face, expected)).isLessThan(0.1f);
    }

    private static SeenFace primary(FrameReading reading) {
        return reading.findings().primaryFace().orElseThrow();
    }

    /** A wide picture with a webcam's picture at x, and perhaps another one. */
    private static byte[] frame(BufferedImage one, int x, BufferedImage other, int otherX) {
        BufferedImage frame = Pictures.plain(860, 300, Color.GRAY);
        frame.getGraphics().drawImage(one, x, 0, null);
        if (other != null) {
            frame.getGraphics().drawImage(other, otherX, 0, null);
        }
        return Pictures.jpeg(frame);
    }

    private static BufferedImage first(String clip) throws Exception {
        List<BufferedImage> pictures = new ArrayList<>();
        Clips.play(clip, 0.001, (picture, at) -> pictures.add(Pictures.scaled(picture, 380, 300)));
        return pictures.get(0);
    }

    static FramePipeline open(TrackingSettings tracking) {
        return FramePipeline.open(new VisionSettings(
                ImageLimits.defaults(),
                FaceSettings.defaults(),
                QualitySettings.defaults(),
                tracking,
                FaceRuntime.TFLITE,
                48,
                1));
    }
}
