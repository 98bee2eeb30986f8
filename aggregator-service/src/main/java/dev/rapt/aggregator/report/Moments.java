package dev.rapt.aggregator.report;

import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where a meeting stood out from itself: peaks and dips of the index and of smiling of all together, and who smiled
 * together.
 *
 * @param extremes of both series, in order of time
 * @param together in order of time
 */
public record Moments(List<Extreme> extremes, List<SmilesTogether> together) {

    /** What the moments are made of; the steps are of five seconds. */
    public static final Fields FIELDS = Fields.of(List.of(Field.ENGAGEMENT_INDEX, Field.DISPLAYED_HAPPY));

    private static final double MICRO = 1e6;

    /** What stood out. */
    public enum Series {
        /** The engagement index of all together. */
        ENGAGEMENT_INDEX,
        /** The share of the displayed labels of all together that were happy. */
        SMILING
    }

    /**
     * A peak or a dip.
     *
     * @param isPeak else it is a dip
     * @param at the start of the step in its middle
     * @param start where it is half way up or down
     * @param end the moment after it is
     * @param value of the smoothed series there
     * @param score robust standard deviations from the series' median, above 0 for dips too
     * @param prominence how far it stands out from what is around it
     */
    public record Extreme(
            Series series,
            boolean isPeak,
            Instant at,
            Instant start,
            Instant end,
            double value,
            double score,
            double prominence) {}

    /**
     * A stretch in which people smiled together.
     *
     * @param seconds for how many each of them was displayed as happy in it, by participant
     */
    public record SmilesTogether(Instant start, Instant end, Map<String, Long> seconds) {}

    /**
     * What counts.
     *
     * @param neighbours over how many steps to both sides a series is smoothed
     * @param score robust standard deviations from the median, at least
     * @param leastScale the least that a standard deviation is taken for
     * @param prominence the least
     * @param distance the least time between two peaks, and between two dips
     * @param most the most peaks and the most dips of each series, and the most stretches of smiling
     * @param people the fewest who smile together
     * @param share the least share of those whose expression is displayed who do
     */
    public record Rules(
            int neighbours,
            double score,
            double leastScale,
            double prominence,
            Duration distance,
            int most,
            int people,
            double share) {

        Peaks.Rules peaks(Duration step) {
            int apart = (int) Math.max(1, distance.toMillis() / step.toMillis());
            return new Peaks.Rules(score, leastScale, prominence, apart, most);
        }
    }

    public Moments {
        extremes = List.copyOf(extremes);
        together = List.copyOf(together);
    }

    /**
     * The moments of a window.
     *
     * @param people each one's steps of it, with {@link #FIELDS}, by participant
     */
    public static Moments of(Window window, Map<String, Steps> people, Rules rules, EngagementRule engagement) {
        Steps pooled = Steps.pool(window, FIELDS, people.values());
        List<Extreme> extremes = new ArrayList<>();
        extremes.addAll(
                extremes(window, Series.ENGAGEMENT_INDEX, values(pooled, Field.ENGAGEMENT_INDEX, engagement), rules));
        extremes.addAll(extremes(window, Series.SMILING, values(pooled, Field.DISPLAYED_HAPPY, engagement), rules));
        extremes.sort(Comparator.comparing(Extreme::at));
        List<Smiles.Shown> shown = new ArrayList<>();
        people.forEach((id, steps) -> shown.add(shown(id, steps)));
        List<SmilesTogether> together =
                Smiles.of(shown, new Smiles.Rules(rules.people(), rules.share(), rules.most())).stream()
                        .map(stretch -> new SmilesTogether(
                                FiveSeconds.start(window, stretch.from()),
                                FiveSeconds.start(window, stretch.to()),
                                stretch.seconds()))
                        .toList();
        return new Moments(extremes, together);
    }

    private static Smiles.Shown shown(String participantId, Steps steps) {
        long[] happy = new long[steps.size()];
        long[] any = new long[steps.size()];
        for (int step = 0; step < happy.length; step++) {
            var displayed = steps.step(step).displayed();
            happy[step] = displayed.seconds().get(Label.HAPPY.ordinal());
            any[step] = displayed.all();
        }
        return new Smiles.Shown(participantId, happy, any);
    }

    private static double[] values(Steps pooled, Field field, EngagementRule rule) {
        return Arrays.stream(pooled.values(field, rule))
                .mapToDouble(raw -> raw == Field.NONE ? Double.NaN : raw / MICRO)
                .toArray();
    }

    private static List<Extreme> extremes(Window window, Series series, double[] values, Rules rules) {
        double[] smoothed = Robust.smoothed(values, rules.neighbours());
        double[] upsideDown = Arrays.stream(smoothed).map(value -> -value).toArray();
        Peaks.Rules peaks = rules.peaks(window.resolution().length());
        List<Extreme> extremes = new ArrayList<>();
        Peaks.of(smoothed, peaks).forEach(peak -> extremes.add(extreme(window, series, true, smoothed, peak)));
        Peaks.of(upsideDown, peaks).forEach(peak -> extremes.add(extreme(window, series, false, smoothed, peak)));
        return extremes;
    }

    private static Extreme extreme(Window window, Series series, boolean isPeak, double[] values, Peaks.Peak peak) {
        return new Extreme(
                series,
                isPeak,
                FiveSeconds.start(window, peak.at()),
                FiveSeconds.start(window, peak.from()),
                FiveSeconds.start(window, peak.to()),
                values[peak.at()],
                peak.score(),
                peak.prominence());
    }
}
