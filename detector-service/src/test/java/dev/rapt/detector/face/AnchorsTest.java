package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private final float[] scores = new float[AnchorLayout.FULL_RANGE.count()];
    private final float[] values = new float[AnchorLayout.FULL_RANGE.count() * Anchors.VALUES];
    private final Anchors anchors = new Anchors(AnchorLayout.FULL_RANGE, 0.5f);

    @BeforeEach
    void nothingAnywhere() {
        Arrays.fill(scores, -100);
    }

    @Test
    void decodesFromTheAnchorOfItsCell() {
        // Given the cell in row 2, column 3 of 48, whose anchor is at (3.5, 2.5) × 4 network pixels
        answer(2 * 48 + 3, 0, 1, -2, 20, 30, -5, -4, 5, -4);

        // When the picture is 640 × 360, so that the network sees it at .3 with 42 black rows above
        List<Candidate> candidates = anchors.candidates(scores, values, Letterbox.of(Region.whole(640, 360), 192));

        // Then the centre is at (15, 8) and the sides are 20 and 30 in network pixels
        assertThat(candidates).hasSize(1);
        Candidate face = candidates.get(0);
        assertThat(face.score()).isEqualTo(0.5f);
        assertThat(face.box().x()).isCloseTo((15 - 10) / .3f, within(.001f));
        assertThat(face.box().y()).isCloseTo((8 - 15 - 42) / .3f, within(.001f));
        assertThat(face.box().width()).isCloseTo(20 / .3f, within(.001f));
        assertThat(face.box().height()).isCloseTo(30 / .3f, within(.001f));
        assertThat(face.rightEye().x()).isCloseTo((14 - 5) / .3f, within(.001f));
        assertThat(face.rightEye().y()).isCloseTo((10 - 4 - 42) / .3f, within(.001f));
        assertThat(face.leftEye().x()).isCloseTo((14 + 5) / .3f, within(.001f));
    }

    @Test
    void theShortRangeDetectorHasTwoGrids() {
        AnchorLayout layout = AnchorLayout.SHORT_RANGE;
        assertThat(layout.count()).isEqualTo(896);
        // Given the fourth anchor of the cell in row 1, column 2 of 8, behind two of each of 16 × 16
        int anchor = 512 + 6 * (8 + 2) + 3;
        assertThat(layout.x(anchor)).isEqualTo(2.5f * 16);
        assertThat(layout.y(anchor)).isEqualTo(1.5f * 16);
        assertThat(layout.x(33)).isEqualTo(0.5f * 8);
        assertThat(layout.y(33)).isEqualTo(1.5f * 8);
    }

    @Test
    void leavesOutWhatScoresLessAndWhatHasNoSides() {
        answer(7, -0.01f, 0, 0, 10, 10, 0, 0, 0, 0);
        answer(8, 5, 0, 0, 0, 10, 0, 0, 0, 0);
        answer(9, Float.NaN, 0, 0, 10, 10, 0, 0, 0, 0);
        assertThat(anchors.candidates(scores, values, Letterbox.of(Region.whole(192, 192), 192)))
                .isEmpty();
    }

    @Test
    void theSigmoidIsClipped() {
        assertThat(Anchors.sigmoid(0)).isEqualTo(0.5f);
        assertThat(Anchors.sigmoid(2)).isCloseTo(0.880797f, within(1e-6f));
        assertThat(Anchors.sigmoid(1e30f)).isEqualTo(1);
        assertThat(Anchors.sigmoid(-1e30f)).isBetween(0f, 1e-30f);
    }

    private void answer(int anchor, float score, float... regression) {
        scores[anchor] = score;
        System.arraycopy(regression, 0, values, anchor * Anchors.VALUES, regression.length);
    }
}
