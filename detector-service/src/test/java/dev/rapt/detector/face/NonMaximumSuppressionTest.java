package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {

    @Test
    void makesTheMeanByScoreOfWhatOverlaps() {
        // Given two boxes that share two thirds of their union, and one apart
        Candidate better = candidate(0, 0, 100, 0.9f);
        Candidate weaker = candidate(20, 0, 100, 0.3f);
        Candidate apart = candidate(300, 300, 50, 0.6f);

        // When
        List<Candidate> faces = NonMaximumSuppression.weighted(List.of(weaker, apart, better));

        // Then
        assertThat(faces).hasSize(2);
        assertThat(faces.get(0).score()).isEqualTo(0.9f);
        assertThat(faces.get(0).box().x()).isCloseTo((0 * 0.9f + 20 * 0.3f) / 1.2f, within(1e-4f));
        assertThat(faces.get(0).box().width()).isCloseTo(100, within(1e-4f));
        assertThat(faces.get(0).leftEye().x()).isCloseTo((75 * 0.9f + 95 * 0.3f) / 1.2f, within(1e-4f));
        assertThat(faces.get(1)).isEqualTo(apart);
    }

    @Test
    void keepsApartWhatOverlapsLittle() {
        // Given boxes that share 54 of 146 and 46 of 154, on both sides of .3
        Candidate first = candidate(0, 0, 10, 0.9f);
        assertThat(NonMaximumSuppression.weighted(List.of(first, candidate(5.4f, 0, 10, 0.8f))))
                .hasSize(2);
        assertThat(NonMaximumSuppression.weighted(List.of(first, candidate(5.3f, 0, 10, 0.8f))))
                .hasSize(1);
    }

    @Test
    void comparesWithTheBestOfAClusterAndNotAlongAChain() {
        Candidate first = candidate(0, 0, 10, 0.9f);
        Candidate second = candidate(4, 0, 10, 0.8f);
        Candidate third = candidate(8, 0, 10, 0.7f);
        assertThat(NonMaximumSuppression.weighted(List.of(third, second, first)))
                .hasSize(2)
                .last()
                .isEqualTo(third);
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(NonMaximumSuppression.weighted(List.of())).isEmpty();
    }

    @Test
    void keepsTheBestOfTheSame() {
        assertThat(NonMaximumSuppression.best(List.of(10, 11, 20, 12, 21), (a, b) -> Math.abs(a - b) <= 1))
                .containsExactly(10, 20, 12);
    }

    private static Candidate candidate(float x, float y, float side, float score) {
        return new Candidate(
                new Box(x, y, side, side),
                score,
                new Point(x + side / 4, y + side / 3),
                new Point(x + side * 3 / 4, y + side / 3));
    }
}
