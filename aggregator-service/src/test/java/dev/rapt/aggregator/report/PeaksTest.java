package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapt.aggregator.report.Peaks.Peak;
import dev.rapt.aggregator.report.Peaks.Rules;
import org.junit.jupiter.api.Test;

class PeaksTest {

    private static final double GAP = Double.NaN;
    private static final Rules ANY = new Rules(0, .1, .5, 1, 10);

    @Test
    void isTheMiddleOfAHighestStretch() {
        assertThat(Peaks.of(new double[] {0, 0, 1, 1, 1, 0, 0}, ANY)).containsExactly(new Peak(3, 2, 5, 10, 1));
    }

    @Test
    void standsOutAsFarAsOneMustComeDownBeforeClimbingHigher() {
        // The second stands 1 above the dent between it and the first, which is higher
        assertThat(Peaks.of(new double[] {0, 3, 1, 2, 0}, ANY))
                .extracting(Peak::at, Peak::prominence)
                .containsExactly(tuple(1, 3.0), tuple(3, 1.0));
    }

    @Test
    void reachesHalfWayDown() {
        assertThat(Peaks.of(new double[] {0, .2, .6, 1, .7, .4, 0}, ANY))
                .singleElement()
                .extracting(Peak::from, Peak::to)
                .containsExactly(2, 5);
    }

    @Test
    void ofTwoThatAreNearTheMoreProminentCounts() {
        Rules apart = new Rules(0, .1, .5, 3, 10);

        assertThat(Peaks.of(new double[] {0, 1, 0, 2, 0, 0, 1, 0}, apart))
                .extracting(Peak::at)
                .containsExactly(3, 6);
    }

    @Test
    void theMostProminentCountAndComeInOrder() {
        Rules two = new Rules(0, .1, .5, 1, 2);

        assertThat(Peaks.of(new double[] {0, 2, 0, 1, 0, 3, 0}, two))
                .extracting(Peak::at)
                .containsExactly(1, 5);
    }

    @Test
    void isFarFromTheMedianByTheSeriesOwnSpread() {
        // Median 0, deviations' median 1, so 4 is 4 / 1.4826 = 2.7 away and 5 is 3.4
        double[] restless = {1, -1, 1, -1, 0, 1, -1, 4, -1, 1, 0, 0, -1, 5, -1};

        assertThat(Peaks.of(restless, new Rules(3, .1, .5, 1, 10)))
                .extracting(Peak::at)
                .containsExactly(13);
    }

    @Test
    void theEndsMayBePeaksAndAGapIsAnEnd() {
        assertThat(Peaks.of(new double[] {1, 0, 0, GAP, 0, 2, GAP, GAP, 0, 3}, ANY))
                .extracting(Peak::at, Peak::prominence)
                .containsExactly(tuple(0, 1.0), tuple(5, 2.0), tuple(9, 3.0));
    }

    @Test
    void aFlatSeriesHasNoneNorHasOneOfGaps() {
        assertThat(Peaks.of(new double[] {1, 1, 1}, ANY)).isEmpty();
        assertThat(Peaks.of(new double[] {GAP, 1, GAP}, ANY)).isEmpty();
        assertThat(Peaks.of(new double[] {GAP}, ANY)).isEmpty();
        assertThat(Peaks.of(new double[0], ANY)).isEmpty();
    }

    @Test
    void noiseInAFlatSeriesIsNoPeak() {
        assertThat(Peaks.of(new double[] {.5, .5, .5, .51, .5, .5}, new Rules(3, .05, .001, 1, 10)))
                .isEmpty();
    }
}
