package dev.rapt.aggregator.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Statistics that a few extremes don't move. Values that aren't known are NaN and are left out. */
final class Robust {

    /** Of a normal distribution, the standard deviation over the median absolute deviation (Rousseeuw, Croux 1993). */
    static final double MAD_TO_DEVIATION = 1.4826;

    private Robust() {}

    /** The median; of an even number of values, the mean of the middle two; NaN of none. */
    static double median(double[] values) {
        double[] known = known(values).sorted().toArray();
        int middle = known.length / 2;
        if (known.length == 0) {
            return Double.NaN;
        }
        return known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    }

    /** What the standard deviation would be if the values were normal, by the median absolute deviation. */
    static double scale(double[] values) {
        double median = median(values);
        return MAD_TO_DEVIATION
                * median(known(values).map(value -> Math.abs(value - median)).toArray());
    }

    /** Each value with its neighbours of so many places on both sides: the mean of those that are known. */
    static double[] smoothed(double[] values, int neighbours) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - neighbours);
            int to = Math.min(values.length, i + neighbours + 1);
            // A gap stays a gap
            result[i] = Double.isNaN(values[i])
                    ? Double.NaN
                    : known(Arrays.copyOfRange(values, from, to)).average().orElse(Double.NaN);
        }
        return result;
    }

    private static DoubleStream known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }
}
