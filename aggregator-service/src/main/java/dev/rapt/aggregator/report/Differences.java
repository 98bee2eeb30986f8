package dev.rapt.aggregator.report;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What the differences of several people come to: each person is compared with the same person, so these are paired
 * samples. In what order the people come never shows.
 *
 * @param n how many people
 * @param mean of the differences; empty with fewer than two people, as everything else then
 * @param deviation the standard deviation of the differences, with n − 1
 * @param interval the confidence interval of the mean by Student's t with n − 1 degrees of freedom, {@code mean ± t ·
 *     deviation / √n}
 * @param effect the paired effect size d_z, {@code mean / deviation} (Cohen 1988, section 2.3.5); empty when nobody
 *     differs from the others
 * @param missing why there is less than everything
 */
public record Differences(
        int n,
        OptionalDouble mean,
        OptionalDouble deviation,
        Optional<Interval> interval,
        OptionalDouble effect,
        Optional<Missing> missing) {

    /** Below this, a spread is the arithmetic's and not the people's: measures have six digits. */
    private static final double LEAST = 1e-9;

    /** Why there is less than everything. */
    public enum Missing {
        /** Nothing can be said of a spread with fewer than two people. */
        FEWER_THAN_TWO,
        /** Everybody differs by the same, so there is no effect size. */
        NO_SPREAD
    }

    /** A range of values. */
    public record Interval(double low, double high) {}

    public Differences {
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(missing, "missing");
    }

    /**
     * What these differences come to.
     *
     * @param given one a person, in any order
     * @param confidence of the interval, between 0 and 1, such as .95
     */
    public static Differences of(double[] given, double confidence) {
        int n = given.length;
        if (n < 2) {
            return new Differences(
                    n,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Optional.of(Missing.FEWER_THAN_TWO));
        }
        double[] sorted = given.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / n;
        double squares =
                Arrays.stream(sorted).map(one -> (one - mean) * (one - mean)).sum();
        double deviation = Math.sqrt(squares / (n - 1));
        double half =
                TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - confidence) / 2) * deviation / Math.sqrt(n);
        boolean isSpread = deviation > LEAST;
        return new Differences(
                n,
                OptionalDouble.of(mean),
                OptionalDouble.of(deviation),
                Optional.of(new Interval(mean - half, mean + half)),
                isSpread ? OptionalDouble.of(mean / deviation) : OptionalDouble.empty(),
                isSpread ? Optional.empty() : Optional.of(Missing.NO_SPREAD));
    }
}
