package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceRuntime;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.face.Point;
import dev.rapt.detector.face.Shades;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.Crafted;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.ImageRefusal;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.frame.UnreadableImageException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FramePipelineTest {
    private static FramePipeline pipeline;

    @BeforeAll
    static void open() {
        pipeline = FramePipeline.open(settings(FaceSettings.defaults(), 2));
        pipeline.warmUp();
    }

    @AfterAll
    static void close() {
        pipeline.close();
        assertThat(NativeObjects.live()).isZero();
    }

    @Test
    void findsNoFaceInNoise() throws Exception {
        byte[] image = Pictures.png(Pictures.noise(640, 360, 3));
        assertThat(pipeline.readPicture(image).faces()).isEmpty();
        assertThat(read(pipeline, image).absence()).contains(AbsenceReason.NO_FACE);
    }

    @Test
    void tellsDarkFromFaceless() throws Exception {
        assertThat(read(pipeline, Pictures.png(Pictures.plain(640, 360, Color.BLACK)))
                        .absence())
                .contains(AbsenceReason.DARK);
        assertThat(read(pipeline, Pictures.png(Pictures.plain(640, 360, new Color(30, 30, 30))))
                        .absence())
                .contains(AbsenceReason.NO_FACE);
    }

    @Test
    void tellsSmallFromFaceless() throws Exception {
        // Given a face whose eyes are about 35 pixels apart
        byte[] image = Pictures.jpeg(Pictures.part("sample3.jpg", 420, 200, 960, 540, 640));
        try (FramePipeline strict = FramePipeline.open(settings(new FaceSettings(.35f, .5f, .8f, 200, 20), 1))) {
            // When
            FrameFindings findings = read(strict, image);

            // Then
            assertThat(findings.absence()).contains(AbsenceReason.FACE_TOO_SMALL);
            assertThat(findings.primary()).isEmpty();
            assertThat(findings.faces()).isNotEmpty();
            assertThat(strict.readPicture(image).faces()).isEmpty();
        }
    }

    @Test
    void choosesTheLargestOfTwoOrTheOneNearestToTheLast() throws Exception {
        // Given two women, the one on the right a little larger
        byte[] image = Pictures.jpeg(Pictures.part("sample3.jpg", 420, 200, 960, 540, 640));
        FrameFindings first = read(pipeline, image);
        assertThat(first.faces()).hasSize(2);
        assertThat(first.primary()).hasValue(0);
        SeenFace larger = first.faces().get(0);
        SeenFace smaller = first.faces().get(1);
        assertThat(larger.box().area()).isGreaterThan(smaller.box().area());

        // When the other one was the participant a moment ago, a little further left
        Box last = new Box(smaller.box().x() - 15, smaller.box().y() + 5, 60, 60);
        FrameFindings second = readAfter(image, last);

        // Then
        assertThat(second.faces().get(second.primary().getAsInt()).box()).isEqualTo(smaller.box());
        assertThat(readAfter(image, larger.box()).primary()).hasValue(0);
    }

    @Test
    void findsAFaceThatFillsItsFrame() throws Exception {
        byte[] image = Pictures.jpeg(Pictures.part("sample3.jpg", 1069, 244, 205, 262, 48));
        assertThat(read(pipeline, image).faces()).hasSize(1);
        assertThat(pipeline.readPicture(image).faces()).hasSize(1);
    }

    @Test
    void boxesReferToThePictureAsDisplayed() throws Exception {
        // Given a photo stored lying on its side, with the orientation that puts it upright
        BufferedImage upright = Pictures.part("sample3.jpg", 420, 200, 960, 540, 640);
        BufferedImage stored = new BufferedImage(360, 640, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 640; x++) {
                stored.setRGB(y, 639 - x, upright.getRGB(x, y));
            }
        }

        // When
        FrameFindings expected = read(pipeline, Pictures.jpeg(upright));
        FrameFindings turned = read(pipeline, Crafted.oriented(Pictures.jpeg(stored), 6, false));

        // Then
        assertThat(turned.width()).isEqualTo(640);
        assertThat(turned.faces()).hasSize(2);
        assertThat(turned.faces().get(0).box().overlap(expected.faces().get(0).box()))
                .isGreaterThan(0.9f);
    }

    @Test
    void refusesWhatItCannotReadWithTheReason() {
        assertRefused(new byte[0], ImageRefusal.EMPTY_BODY);
        assertRefused(new byte[1000], ImageRefusal.NOT_AN_IMAGE);
        assertRefused(Crafted.jpegDeclaring(30_000, 30_000), ImageRefusal.IMAGE_TOO_LARGE);
        assertRefused(Crafted.jpegDeclaring(640, 360), ImageRefusal.CORRUPT_IMAGE);
        assertRefused(new byte[(8 << 20) + 1], ImageRefusal.BODY_TOO_LARGE);
        assertRefused(Pictures.png(Pictures.plain(15, 15, Color.PINK)), ImageRefusal.IMAGE_TOO_SMALL);
    }

    @Test
    void manyThreadsReadTheSameAsOne() throws Exception {
        // Given
        byte[] image = Pictures.jpeg(Pictures.part("sample5.jpg", 300, 100, 1440, 810, 640));
        FrameFindings alone = read(pipeline, image);
        Callable<FrameFindings> read = () -> read(pipeline, image);

        // When
        var threads = Executors.newFixedThreadPool(6);
        List<Future<FrameFindings>> answers;
        try {
            answers = threads.invokeAll(new ArrayList<>(java.util.Collections.nCopies(24, read)));
        } finally {
            threads.shutdown();
        }

        // Then
        for (Future<FrameFindings> answer : answers) {
            assertThat(answer.get().faces()).extracting(SeenFace::box).isEqualTo(boxes(alone));
            assertThat(answer.get().primaryFace().orElseThrow().crop().pixels())
                    .isEqualTo(alone.primaryFace().orElseThrow().crop().pixels());
        }
    }

    @Test
    void readsNothingAfterItIsClosed() {
        FramePipeline closed = FramePipeline.open(settings(FaceSettings.defaults(), 1));
        closed.close();
        closed.close();
        byte[] image = Pictures.png(Pictures.plain(64, 64, Color.PINK));
        assertThatThrownBy(() -> read(closed, image)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(closed::warmUp).isInstanceOf(IllegalStateException.class);
    }

    /** What a frame shows to whom doesn't know the one before. */
    static FrameFindings read(FramePipeline pipeline, byte[] image) throws UnreadableImageException {
        return pipeline.read(image, Instant.EPOCH, Optional.empty()).findings();
    }

    /** What a frame shows to whom knows where the face was, but wasn't alone there. */
    private static FrameFindings readAfter(byte[] image, Box last) throws UnreadableImageException {
        Point middle = new Point(last.centreX(), last.centreY());
        FaceTrack track =
                new FaceTrack(last, last, middle, middle, Shades.NONE, 640, 360, Instant.EPOCH, Instant.EPOCH, false);
        return pipeline.read(image, Instant.EPOCH, Optional.of(track)).findings();
    }

    static VisionSettings settings(FaceSettings faces, int interpreters) {
        return settings(FaceRuntime.TFLITE, faces, interpreters);
    }

    static VisionSettings settings(FaceRuntime runtime, FaceSettings faces, int interpreters) {
        return new VisionSettings(
                ImageLimits.defaults(),
                faces,
                QualitySettings.defaults(),
                TrackingSettings.defaults(),
                runtime,
                48,
                interpreters);
    }

    private static List<Box> boxes(FrameFindings findings) {
        return findings.faces().stream().map(SeenFace::box).toList();
    }

    private static void assertRefused(byte[] image, ImageRefusal reason) {
        assertThatThrownBy(() -> read(pipeline, image))
                .isInstanceOfSatisfying(UnreadableImageException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(reason));
        assertThatThrownBy(() -> pipeline.readPicture(image)).isInstanceOf(UnreadableImageException.class);
    }
}
