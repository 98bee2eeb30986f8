package dev.rapt.demo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void areNearestRanks() {
        // Given 1 to 200, from the last to the first
        double[] samples =
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();

        // Then
        assertThat(Percentiles.of(samples)).isEqualTo(new Percentiles(100.0, 190.0, 198.0));
    }

    @Test
    void ofOneSampleAreThatSample() {
        assertThat(Percentiles.of(new double[] {7.04})).isEqualTo(new Percentiles(7.0, 7.0, 7.0));
    }

    @Test
    void ofNothingAreUnknown() {
        assertThat(Percentiles.of(new double[0])).isEqualTo(new Percentiles(null, null, null));
    }
}
