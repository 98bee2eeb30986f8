package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RobustTest {

    private static final double GAP = Double.NaN;

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Robust.median(new double[] {3, 1, 100})).isEqualTo(3);
        assertThat(Robust.median(new double[] {3, 1, GAP, 100, 5})).isEqualTo(4);
        assertThat(Robust.median(new double[] {GAP})).isNaN();
    }

    @Test
    void theScaleIsTheMedianDeviation() {
        // Deviations from 2: 1, 1, 0, 0, 2, 4, 7, of which the median is 1
        assertThat(Robust.scale(new double[] {1, 1, 2, 2, 4, 6, 9})).isCloseTo(1.4826, within(1e-12));
    }

    @Test
    void smoothsWithWhatIsKnownAndLeavesGaps() {
        assertThat(Robust.smoothed(new double[] {1, 3, GAP, 5, 7}, 1)).containsExactly(2, 2, GAP, 6, 6);
    }
}
