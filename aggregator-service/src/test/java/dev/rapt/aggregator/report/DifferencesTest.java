package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.aggregator.report.Differences.Interval;
import dev.rapt.aggregator.report.Differences.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    /** Student (1908), The probable error of a mean: hours of sleep gained by ten patients, one drug against the other. */
    private static final double[] SLEEP = {1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, .8, 4.6, 1.4};

    @Test
    void agreesWithStudentsOwnExample() {
        Differences sleep = Differences.of(SLEEP, .95);

        // As R gives it of its data set sleep: t.test(extra ~ group, data = sleep, paired = TRUE)
        assertThat(sleep.n()).isEqualTo(10);
        assertThat(sleep.mean().orElseThrow()).isCloseTo(1.58, within(1e-12));
        assertThat(sleep.deviation().orElseThrow()).isCloseTo(1.229995, within(1e-6));
        assertThat(sleep.interval().orElseThrow().low()).isCloseTo(.7001142, within(1e-7));
        assertThat(sleep.interval().orElseThrow().high()).isCloseTo(2.4598858, within(1e-7));
        assertThat(sleep.effect().orElseThrow()).isCloseTo(4.0621 / Math.sqrt(10), within(1e-4));
        assertThat(sleep.missing()).isEmpty();
    }

    @Test
    void isWideForTwo() {
        // t of one degree of freedom is 12.7062, and deviation / sqrt(2) is .1
        Interval interval =
                Differences.of(new double[] {.1, .3}, .95).interval().orElseThrow();

        assertThat(interval.low()).isCloseTo(.2 - 1.27062, within(1e-5));
        assertThat(interval.high()).isCloseTo(.2 + 1.27062, within(1e-5));
    }

    @Test
    void saysNothingOfFewerThanTwo() {
        for (double[] few : new double[][] {{}, {.5}}) {
            Differences differences = Differences.of(few, .95);

            assertThat(differences.n()).isEqualTo(few.length);
            assertThat(differences.mean()).isEmpty();
            assertThat(differences.deviation()).isEmpty();
            assertThat(differences.interval()).isEmpty();
            assertThat(differences.effect()).isEmpty();
            assertThat(differences.missing()).contains(Missing.FEWER_THAN_TWO);
        }
    }

    @Test
    void withoutSpreadThereIsNoEffectSize() {
        Differences level = Differences.of(new double[] {.1, .1, .1}, .95);

        assertThat(level.mean().orElseThrow()).isCloseTo(.1, within(1e-12));
        assertThat(level.interval().orElseThrow().low()).isCloseTo(.1, within(1e-9));
        assertThat(level.effect()).isEmpty();
        assertThat(level.missing()).contains(Missing.NO_SPREAD);
    }

    @Test
    void theOrderOfPeopleNeverShows() {
        List<Double> people = new ArrayList<>(Arrays.stream(SLEEP).boxed().toList());
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(people, random);

            assertThat(Differences.of(
                            people.stream().mapToDouble(Double::doubleValue).toArray(), .95))
                    .isEqualTo(Differences.of(SLEEP, .95));
        }
    }
}
