package dev.rapt.demo.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;

/**
 * Three percentiles by the nearest rank, in the unit of the samples; all null without samples.
 *
 * @param p50 half of the samples are at most this
 * @param p95 19 of 20 samples are
 * @param p99 99 of 100 samples are
 */
@JsonInclude
public record Percentiles(Double p50, Double p95, Double p99) {

    static Percentiles of(double[] samples) {
        if (samples.length == 0) {
            return new Percentiles(null, null, null);
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return new Percentiles(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static double rank(double[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return Math.round(10 * sorted[Math.max(1, rank) - 1]) / 10.0;
    }
}
