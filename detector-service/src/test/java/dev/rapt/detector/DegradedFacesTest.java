package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real faces, as they were and made worse. Amounts are in shares of the eyes' distance, about 45 to 100 pixels. */
class DegradedFacesTest {
    private static final List<Original> ORIGINALS = new ArrayList<>();
    private static FramePipeline pipeline;

    private record Original(BufferedImage picture, float eyeDistance) {}

    @BeforeAll
    static void open() throws Exception {
        pipeline = FramePipeline.open(FramePipelineTest.settings(FaceSettings.defaults(), 1));
        Clips.play(SampleMedia.CAP12, 0.1, (picture, at) -> add(copy(picture)));
        Clips.play(SampleMedia.CAP13, 0.1, (picture, at) -> add(copy(picture)));
        for (String photo : List.of("sample1.jpg", "sample4.jpg", "sample5.jpg")) {
            add(tile(photo, 0));
        }
    }

    @AfterAll
    static void close() {
        ORIGINALS.clear();
        pipeline.close();
    }

    @Test
    void aGoodFaceIsMeasured() throws Exception {
        assertThat(ORIGINALS).hasSizeGreaterThan(11);
        assertThat(absences(UnaryOperator.identity(), 0)).containsOnly("measured");
    }

    @Test
    void aLittleBlurOrShadeTakesNothingAway() throws Exception {
        assertThat(absences(null, 0.03)).containsOnly("measured");
        assertThat(absences(dark(0.6f), 0)).containsOnly("measured");
        assertThat(absences(shrunkAndEnlarged(20), 0)).containsOnly("measured");
    }

    @Test
    void aBlurredFaceIsUnmeasured() throws Exception {
        assertThat(absences(null, 0.1)).contains("blurred").doesNotContain("measured");
        assertThat(absences(shrunkAndEnlarged(5), 0)).contains("blurred").doesNotContain("measured");
    }

    @Test
    void aFaceInMotionIsUnmeasured() throws Exception {
        assertThat(absences(moved(0.35), 0)).contains("blurred").doesNotContain("measured");
    }

    @Test
    void aDarkFaceIsUnmeasured() throws Exception {
        assertThat(absences(dark(0.15f), 0)).containsOnly("dark");
    }

    @Test
    void aFaceInTheDistanceIsUnmeasured() throws Exception {
        assertThat(absences(shrunk(7), 0)).contains("face-too-small").doesNotContain("measured", "blurred");
    }

    /** A face that is too bad doesn't leave its place to a better one behind it. */
    @Test
    void nobodyInTheBackgroundTakesABlurredParticipantsPlace() throws Exception {
        // Given two women; the larger one, in front, is out of focus
        BufferedImage both = Pictures.part("sample3.jpg", 420, 200, 960, 540, 640);
        FrameFindings sharp = read(both);
        assertThat(sharp.faces()).hasSize(2);
        SeenFace front = sharp.primaryFace().orElseThrow();
        int left = (int) Math.max(0, front.box().x() - front.box().width() / 2);
        int width = (int) Math.min(both.getWidth() - left, 2 * front.box().width());
        BufferedImage part = both.getSubimage(left, 0, width, both.getHeight());
        both.getGraphics().drawImage(blurred(copy(part), 4), left, 0, null);

        // When
        FrameFindings findings = read(both);

        // Then
        assertThat(findings.faces()).hasSize(2);
        assertThat(findings.absence()).contains(AbsenceReason.BLURRED);
        assertThat(findings.primary()).isEmpty();
    }

    /** In sample2 a girl is seen from the side. */
    @Test
    void aFaceFromTheSideKeepsItsFiguresAndHasAFlaw() throws Exception {
        List<SeenFace> faces =
                pipeline.readPicture(SampleMedia.photo("sample2.jpg")).faces();
        int girl = faces.indexOf(
                faces.stream().min(Comparator.comparing(face -> face.box().x())).orElseThrow());

        FrameFindings findings = read(tile("sample2.jpg", girl));

        assertThat(findings.absence()).isEmpty();
        SeenFace face = findings.primaryFace().orElseThrow();
        assertThat(face.flaw()).contains(FaceFlaw.TURNED);
        assertThat(face.pose().yaw()).isLessThan(-40);
        assertThat(face.quality().sharpness()).isGreaterThan(0.5f);
    }

    /** A participant's tile, cut from a photo around the n-th face. */
    private static BufferedImage tile(String photo, int face) throws Exception {
        Box box =
                pipeline.readPicture(SampleMedia.photo(photo)).faces().get(face).box();
        BufferedImage whole = Pictures.photo(photo);
        int side = (int) (2.4 * box.width());
        int x = Math.max(0, Math.min(whole.getWidth() - side, (int) (box.centreX() - side / 2f)));
        int y = Math.max(0, Math.min(whole.getHeight() - side, (int) (box.centreY() - side / 2f)));
        return copy(whole.getSubimage(x, y, side, side));
    }

    private static void add(BufferedImage picture) throws Exception {
        SeenFace face = read(picture).primaryFace().orElseThrow();
        ORIGINALS.add(new Original(picture, face.quality().eyeDistance()));
    }

    /** What becomes of each face made worse: by the change, or blurred by so much of its eyes' distance. */
    private static List<String> absences(UnaryOperator<Original> change, double blur) throws Exception {
        List<String> absences = new ArrayList<>();
        for (Original original : ORIGINALS) {
            Original worse = change == null
                    ? new Original(blurred(original.picture(), blur * original.eyeDistance()), 0)
                    : change.apply(original);
            absences.add(
                    read(worse.picture()).absence().map(AbsenceReason::reason).orElse("measured"));
        }
        return absences;
    }

    private static UnaryOperator<Original> dark(float factor) {
        return original -> new Original(new RescaleOp(factor, 0, null).filter(original.picture(), null), 0);
    }

    private static UnaryOperator<Original> moved(double share) {
        return original -> {
            int length = (int) Math.round(share * original.eyeDistance());
            float[] kernel = new float[length];
            Arrays.fill(kernel, 1f / length);
            return new Original(convolved(original.picture(), new Kernel(length, 1, kernel)), 0);
        };
    }

    private static UnaryOperator<Original> shrunk(double eyeDistance) {
        return original -> {
            double scale = eyeDistance / original.eyeDistance();
            return new Original(
                    Pictures.scaled(
                            original.picture(), (int) (original.picture().getWidth() * scale), (int)
                                    (original.picture().getHeight() * scale)),
                    0);
        };
    }

    private static UnaryOperator<Original> shrunkAndEnlarged(double eyeDistance) {
        return original -> {
            BufferedImage small = shrunk(eyeDistance).apply(original).picture();
            AffineTransform enlarge = AffineTransform.getScaleInstance(
                    (double) original.picture().getWidth() / small.getWidth(),
                    (double) original.picture().getHeight() / small.getHeight());
            return new Original(new AffineTransformOp(enlarge, AffineTransformOp.TYPE_BILINEAR).filter(small, null), 0);
        };
    }

    private static BufferedImage blurred(BufferedImage picture, double sigma) {
        int reach = Math.max(1, (int) Math.ceil(3 * sigma));
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        BufferedImage across = convolved(picture, new Kernel(kernel.length, 1, kernel));
        return convolved(across, new Kernel(1, kernel.length, kernel));
    }

    private static BufferedImage convolved(BufferedImage picture, Kernel kernel) {
        BufferedImage convolved =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        return new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null).filter(copy(picture), convolved);
    }

    private static BufferedImage copy(BufferedImage picture) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        copy.getGraphics().drawImage(picture, 0, 0, null);
        return copy;
    }

    private static FrameFindings read(BufferedImage picture) throws Exception {
        return pipeline.read(Pictures.jpeg(copy(picture)), Instant.EPOCH, Optional.empty())
                .findings();
    }
}
