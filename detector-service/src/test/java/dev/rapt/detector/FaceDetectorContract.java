package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.face.FaceRuntime;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected of face detection, whatever runs the models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaceDetectorContract {
    private final FaceRuntime runtime;
    private final FaceRuntime other;
    private FramePipeline pipeline;

    FaceDetectorContract(FaceRuntime runtime, FaceRuntime other) {
        this.runtime = runtime;
        this.other = other;
    }

    @BeforeAll
    final void open() {
        assertThat(NativeObjects.live()).isZero();
        pipeline = open(runtime);
        pipeline.warmUp();
    }

    @AfterAll
    final void leavesNothingNative() {
        pipeline.close();
        assertThat(NativeObjects.live()).isZero();
    }

    /** Counted by eye; in sample2 one of the three is seen from the side. */
    @ParameterizedTest
    @CsvSource({
        "sample1.jpg, 3",
        "sample2.jpg, 3",
        "sample3.jpg, 3",
        "sample4.jpg, 4",
        "sample5.jpg, 5",
        "sample6.jpg, 4"
    })
    final void findsAllFacesOfRealPhotos(String photo, int faces) throws Exception {
        PictureFindings findings = pipeline.readPicture(SampleMedia.photo(photo));
        assertThat(findings.width()).isEqualTo(1920);
        assertThat(findings.faces()).hasSize(faces).allSatisfy(face -> {
            assertThat(face.confidence()).isGreaterThanOrEqualTo(0.8f);
            assertThat(face.box().width()).isBetween(120f, 300f);
            assertThat(face.crop().width()).isEqualTo(48);
            assertThat(face.crop().pixels()).hasSize(48 * 48);
        });
        assertThat(findings.faces())
                .extracting(face -> face.box().area())
                .isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }

    /** Below the heads there are arms, cloth, skin and hair, but no face. */
    @ParameterizedTest
    @CsvSource({"sample1.jpg, 0, 660", "sample3.jpg, 0, 640", "sample4.jpg, 0, 700", "sample6.jpg, 0, 820"})
    final void findsNoFaceWhereThereIsNone(String photo, int x, int y) throws Exception {
        BufferedImage whole = Pictures.photo(photo);
        byte[] image = Pictures.jpeg(whole.getSubimage(x, y, whole.getWidth() - x, whole.getHeight() - y));
        assertThat(pipeline.readPicture(image).faces()).isEmpty();
        FrameFindings frame = FramePipelineTest.read(pipeline, image);
        assertThat(frame.faces()).isEmpty();
        assertThat(frame.primary()).isEmpty();
        assertThat(frame.absence()).contains(AbsenceReason.NO_FACE);
    }

    @ParameterizedTest
    @CsvSource({SampleMedia.CAP12 + ", 6, 9", SampleMedia.CAP13 + ", 4, 8", SampleMedia.FRANCK + ", 20, 10"})
    final void findsThePersonOfAClip(String clip, int everySeconds, int frames) throws Exception {
        List<byte[]> pictures = Clips.jpegs(clip, 1.0 / everySeconds);
        assertThat(pictures).hasSize(frames);
        for (byte[] picture : pictures) {
            FrameFindings findings = FramePipelineTest.read(pipeline, picture);
            assertThat(findings.faces()).hasSize(1);
            assertThat(findings.primary()).hasValue(0);
        }
    }

    @Test
    final void measuresTheSameAsTheOtherRuntime() throws Exception {
        try (FramePipeline others = open(other)) {
            for (String photo : SampleMedia.photos().subList(1, 2)) {
                assertSame(
                        pipeline.readPicture(SampleMedia.photo(photo)).faces(),
                        others.readPicture(SampleMedia.photo(photo)).faces());
            }
            for (byte[] picture : Clips.jpegs(SampleMedia.FRANCK, 0.05)) {
                assertSame(
                        FramePipelineTest.read(pipeline, picture).faces(),
                        FramePipelineTest.read(others, picture).faces());
            }
        }
    }

    private static void assertSame(List<SeenFace> faces, List<SeenFace> others) {
        assertThat(faces).hasSameSizeAs(others);
        for (int i = 0; i < faces.size(); i++) {
            SeenFace face = faces.get(i);
            SeenFace other = others.get(i);
            assertThat(face.box().overlap(other.box())).isGreaterThan(0.99f);
            assertThat(face.confidence()).isCloseTo(other.confidence(), within(0.001f));
            assertThat(face.measures().mouthOpenness())
                    .isCloseTo(other.measures().mouthOpenness(), within(0.005f));
            assertThat(face.measures().eyeOpenness()).isCloseTo(other.measures().eyeOpenness(), within(0.005f));
        }
    }

    private static FramePipeline open(FaceRuntime runtime) {
        return FramePipeline.open(FramePipelineTest.settings(runtime, FaceSettings.defaults(), 1));
    }
}
