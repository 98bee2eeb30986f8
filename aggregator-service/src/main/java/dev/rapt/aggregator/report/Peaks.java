package dev.rapt.aggregator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where a series stands out from itself. A peak is the middle of a highest stretch; its prominence is how far one
 * must come down from it before one can climb higher, to either side (as in SciPy's {@code find_peaks}; unlike there, the
 * ends of the series and of a gap may be peaks, and the side that ends there isn't looked at).
 */
final class Peaks {

    /**
     * What counts as a peak.
     *
     * @param score how many robust standard deviations it must be from the median
     * @param leastScale what the standard deviation is taken for at least, so that noise in a flat series isn't a peak
     * @param prominence how far it must stand out from what is around it
     * @param distance how many steps two must be apart at least; of two nearer ones the more prominent counts
     * @param most how many there may be; the most prominent count
     */
    record Rules(double score, double leastScale, double prominence, int distance, int most) {}

    /**
     * A peak.
     *
     * @param at its step
     * @param from the first step that is nearer to its height than to its base
     * @param to the step after the last such
     * @param score robust standard deviations from the median
     * @param prominence how far it stands out
     */
    record Peak(int at, int from, int to, double score, double prominence) {}

    private final double[] series;
    private final Rules rules;
    private final double median;
    private final double scale;

    private Peaks(double[] series, Rules rules) {
        this.series = series;
        this.rules = rules;
        this.median = Robust.median(series);
        this.scale = Math.max(Robust.scale(series), rules.leastScale());
    }

    /** The peaks of a series in order; NaN is a gap. */
    static List<Peak> of(double[] series, Rules rules) {
        return new Peaks(series, rules).find();
    }

    private List<Peak> find() {
        List<Peak> candidates = new ArrayList<>();
        int from = 0;
        while (from < series.length) {
            int to = from + 1;
            while (to < series.length && series[to] == series[from]) {
                to++;
            }
            if (!Double.isNaN(series[from]) && lower(from - 1, from) && lower(to, from)) {
                candidates.add(peak(from, to));
            }
            from = to;
        }
        candidates.removeIf(peak -> peak.score() < rules.score() || peak.prominence() < rules.prominence());
        candidates.sort(Comparator.comparingDouble(Peak::prominence).reversed().thenComparing(Peak::at));
        List<Peak> chosen = new ArrayList<>();
        for (Peak peak : candidates) {
            boolean isApart = chosen.stream().allMatch(other -> Math.abs(other.at() - peak.at()) >= rules.distance());
            if (isApart && chosen.size() < rules.most()) {
                chosen.add(peak);
            }
        }
        chosen.sort(Comparator.comparing(Peak::at));
        return chosen;
    }

    /** Whether that place is lower, or nothing is there. */
    private boolean lower(int place, int than) {
        return isEnd(place) || series[place] < series[than];
    }

    private boolean isEnd(int place) {
        return place < 0 || place >= series.length || Double.isNaN(series[place]);
    }

    private Peak peak(int from, int to) {
        double height = series[from];
        double left = base(from, -1);
        double right = base(to - 1, 1);
        double base = Double.isNaN(left) ? right : Double.isNaN(right) ? left : Math.max(left, right);
        double prominence = Double.isNaN(base) ? 0 : height - base;
        double half = height - prominence / 2;
        int first = from;
        while (!isEnd(first - 1) && series[first - 1] > half) {
            first--;
        }
        int end = to;
        while (!isEnd(end) && series[end] > half) {
            end++;
        }
        return new Peak((from + to - 1) / 2, first, end, (height - median) / scale, prominence);
    }

    /** The lowest value on the way to something higher or to the end; NaN where the end is at once. */
    private double base(int from, int step) {
        double lowest = Double.NaN;
        for (int i = from + step; !isEnd(i) && series[i] <= series[from]; i += step) {
            lowest = Double.isNaN(lowest) ? series[i] : Math.min(lowest, series[i]);
        }
        return lowest;
    }
}
