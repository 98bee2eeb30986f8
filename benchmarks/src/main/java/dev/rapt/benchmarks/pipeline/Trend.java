package dev.rapt.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a figure grows. The first third of the samples warms up; through the rest a straight line is laid by least
 * squares. Flat is what grows by at most 3 % of its mean along that line, from its beginning to its end.
 */
final class Trend {

    static final double MOST_GROWTH = 0.03;

    private record Sample(double minutes, double value) {}

    private final List<Sample> samples = new ArrayList<>();

    void add(double minutes, double value) {
        samples.add(new Sample(minutes, value));
    }

    /** What it grows by in an hour. */
    double anHour() {
        return 60 * slope();
    }

    boolean flat() {
        List<Sample> judged = judged();
        double minutes = judged.get(judged.size() - 1).minutes() - judged.get(0).minutes();
        return slope() * minutes <= MOST_GROWTH * mean();
    }

    double mean() {
        return judged().stream().mapToDouble(Sample::value).average().orElseThrow();
    }

    double most() {
        return samples.stream().mapToDouble(Sample::value).max().orElseThrow();
    }

    double last() {
        return samples.get(samples.size() - 1).value();
    }

    private double slope() {
        List<Sample> judged = judged();
        double x = judged.stream().mapToDouble(Sample::minutes).average().orElseThrow();
        double y = mean();
        double together = judged.stream()
                .mapToDouble(sample -> (sample.minutes() - x) * (sample.value() - y))
                .sum();
        double alone = judged.stream()
                .mapToDouble(sample -> Math.pow(sample.minutes() - x, 2))
                .sum();
        return alone == 0 ? 0 : together / alone;
    }

    private List<Sample> judged() {
        return samples.subList(samples.size() / 3, samples.size());
    }
}
