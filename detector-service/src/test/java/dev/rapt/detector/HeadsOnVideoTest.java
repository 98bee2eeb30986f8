package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.HeadPose;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real heads do in front of webcams; the times were taken from the clips by eye. Each frame is read for itself. */
class HeadsOnVideoTest {
    private static final NavigableMap<Double, SeenFace> CAP12 = new TreeMap<>();
    private static final NavigableMap<Double, SeenFace> FRANCK = new TreeMap<>();
    private static final NavigableMap<Double, SeenFace> FRANCK_MIRRORED = new TreeMap<>();

    @BeforeAll
    static void look() throws Exception {
        try (FramePipeline pipeline = FramePipeline.open(FramePipelineTest.settings(FaceSettings.defaults(), 1))) {
            Clips.play(SampleMedia.CAP12, 8, (picture, at) -> {
                double second = at / 1000.0;
                if (second < 4 || second > 11 && second < 26) {
                    CAP12.put(second, see(pipeline, picture));
                }
            });
            Clips.play(SampleMedia.FRANCK, 8, (picture, at) -> {
                double second = at / 1000.0;
                if (second > 44 && second < 49 || second > 63 && second < 67 || second > 159 && second < 161) {
                    FRANCK.put(second, see(pipeline, picture));
                }
                if (second > 45 && second < 46.5 || second > 160 && second < 161) {
                    FRANCK_MIRRORED.put(second, see(pipeline, mirrored(picture)));
                }
            });
        }
    }

    @AfterAll
    static void forget() {
        List.of(CAP12, FRANCK, FRANCK_MIRRORED).forEach(NavigableMap::clear);
    }

    /** Measured: .1 to .4 degrees of standard deviation. */
    @ParameterizedTest
    @CsvSource({"franck, 63, 67, 0.5", "cap12, 1, 3, 0.7", "cap12, 16, 18, 0.7"})
    void aCalmHeadHasASteadyPose(String who, double from, double to, double most) {
        NavigableMap<Double, SeenFace> calm = clip(who).subMap(from, true, to, true);

        assertThat(calm).hasSizeGreaterThanOrEqualTo(15);
        assertThat(deviation(calm, HeadPose::yaw)).isLessThan(most);
        assertThat(deviation(calm, HeadPose::pitch)).isLessThan(most);
        assertThat(deviation(calm, HeadPose::roll)).isLessThan(most);
    }

    @Test
    void seesWhichWayAHeadTurns() {
        // He looks ahead, then at somebody to the picture's right, and later to the left with his head inclined
        assertThat(range(FRANCK, 63, 67, HeadPose::yaw))
                .allSatisfy(yaw -> assertThat(yaw).isBetween(0.0, 5.0));
        assertThat(range(FRANCK, 45, 45.7, HeadPose::yaw))
                .anySatisfy(yaw -> assertThat(yaw).isGreaterThan(20));
        assertThat(range(FRANCK, 160, 161, HeadPose::yaw))
                .anySatisfy(yaw -> assertThat(yaw).isLessThan(-10));
        assertThat(range(FRANCK, 160, 161, HeadPose::roll))
                .anySatisfy(roll -> assertThat(roll).isLessThan(-12));
        assertThat(range(FRANCK, 47, 48.5, HeadPose::roll))
                .anySatisfy(roll -> assertThat(roll).isLessThan(-10));
    }

    /** Measured over the clips: at most 4.9, 2.4 and 1.5 degrees apart. */
    @Test
    void aMirrorTurnsYawAndRollRound() {
        assertThat(FRANCK_MIRRORED).hasSizeGreaterThan(15).allSatisfy((second, mirrored) -> {
            HeadPose pose = FRANCK.get(second).pose();
            assertThat(mirrored.pose().yaw()).isCloseTo(-pose.yaw(), within(6f));
            assertThat(mirrored.pose().pitch()).isCloseTo(pose.pitch(), within(4f));
            assertThat(mirrored.pose().roll()).isCloseTo(-pose.roll(), within(3f));
        });
    }

    /** A mirror swaps the eyes too. */
    @Test
    void aMirrorSwapsTheEyes() {
        assertThat(FRANCK_MIRRORED).allSatisfy((second, mirrored) -> {
            SeenFace face = FRANCK.get(second);
            assertThat(mirrored.measures().rightEyeOpenness())
                    .isCloseTo(face.measures().leftEyeOpenness(), within(0.08f));
            assertThat(mirrored.measures().leftEyeOpenness())
                    .isCloseTo(face.measures().rightEyeOpenness(), within(0.08f));
        });
    }

    /** At 11 to 14 s and 16 to 17 s he opens his mouth; in between he closes it again. */
    @ParameterizedTest
    @CsvSource({"11.3, 12, 0.4", "13.2, 14.4, 0.4", "16, 16.9, 0.3"})
    void seesTheMouthOpen(double from, double to, double atLeast) {
        assertThat(mouths(from, to)).anySatisfy(mouth -> assertThat(mouth).isGreaterThan(atLeast));
        assertThat(mouths(from, to).stream().mapToDouble(m -> m).average().orElseThrow())
                .isGreaterThan(0.2);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "19.2, 24", "12.5, 12.9"})
    void seesTheMouthShut(double from, double to) {
        assertThat(mouths(from, to)).isNotEmpty().allSatisfy(mouth -> assertThat(mouth)
                .isLessThan(0.1));
    }

    @Test
    void seesEachEyeOpenAndABlink() {
        // Wide awake for seconds
        assertThat(eyes(CAP12, 0.5, 4)).isNotEmpty().allSatisfy(eye -> assertThat(eye)
                .isBetween(0.24f, 0.36f));

        // He blinks once in this second, and the other one more than once
        assertThat(eyes(CAP12, 25, 26)).filteredOn(eye -> eye < 0.21f).hasSizeGreaterThanOrEqualTo(2);
        assertThat(eyes(FRANCK, 44, 46)).filteredOn(eye -> eye < 0.21f).hasSizeGreaterThanOrEqualTo(2);
    }

    /** Both eyes of each frame. */
    private static List<Float> eyes(NavigableMap<Double, SeenFace> faces, double from, double to) {
        return faces.subMap(from, true, to, true).values().stream()
                .map(SeenFace::measures)
                .flatMap(face -> Stream.of(face.rightEyeOpenness(), face.leftEyeOpenness()))
                .toList();
    }

    private static NavigableMap<Double, SeenFace> clip(String who) {
        return who.equals("franck") ? FRANCK : CAP12;
    }

    private static List<Double> mouths(double from, double to) {
        return CAP12.subMap(from, true, to, true).values().stream()
                .map(face -> (double) face.measures().mouthOpenness())
                .toList();
    }

    private static List<Double> range(
            NavigableMap<Double, SeenFace> faces, double from, double to, ToDoubleFunction<HeadPose> angle) {
        return faces.subMap(from, true, to, true).values().stream()
                .map(face -> angle.applyAsDouble(face.pose()))
                .toList();
    }

    private static double deviation(NavigableMap<Double, SeenFace> faces, ToDoubleFunction<HeadPose> angle) {
        List<Double> angles = range(faces, faces.firstKey(), faces.lastKey(), angle);
        double mean = angles.stream().mapToDouble(a -> a).average().orElseThrow();
        return Math.sqrt(angles.stream()
                .mapToDouble(a -> (a - mean) * (a - mean))
                .average()
                .orElseThrow());
    }

    private static SeenFace see(FramePipeline pipeline, BufferedImage picture) throws Exception {
        return pipeline.read(Pictures.jpeg(picture), Instant.EPOCH, Optional.empty())
                .findings()
                .primaryFace()
                .orElseThrow();
    }

    private static BufferedImage mirrored(BufferedImage picture) {
        AffineTransform flip = AffineTransform.getScaleInstance(-1, 1);
        flip.translate(-picture.getWidth(), 0);
        return new AffineTransformOp(flip, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, null);
    }
}
