package dev.rapt.aggregator.attention;

import java.util.Optional;

/** How open a person's eyes were, by steps of 1/250, and their median. */
final class OpennessHistogram {

    private static final double STEPS = 250;

    private final long[] counts;
    private long total;

    OpennessHistogram() {
        this(new long[256], 0);
    }

    private OpennessHistogram(long[] counts, long total) {
        this.counts = counts;
        this.total = total;
    }

    /** One that goes on on its own from here. */
    OpennessHistogram copy() {
        return new OpennessHistogram(counts.clone(), total);
    }

    void add(double openness, int frames) {
        counts[(int) Math.min(counts.length - 1, Math.round(openness * STEPS))] += frames;
        total += frames;
    }

    /** The lower median, to the next 1/250; empty without a sample. */
    Optional<Double> median() {
        if (total == 0) {
            return Optional.empty();
        }
        long before = 0;
        int step = 0;
        while (before + counts[step] < (total + 1) / 2) {
            before += counts[step++];
        }
        return Optional.of(step / STEPS);
    }
}
