package dev.rapt.aggregator.timeline;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One second of one participant: how many frames came to what, and the sums of what was measured in them, in millionths
 * (quality in thousandths). A sample is rounded once, {@code floor(x · 10⁶ + ½)}, and is an exact integer from then on.
 */
public record Slot(Sums sums) {

    /** A second without a frame. */
    public static final Slot EMPTY = new Slot(Sums.ZERO);

    static final double MICRO = 1e6;
    static final double MILLI = 1e3;

    /** What one frame adds to its second. */
    static Slot of(Observation observation) {
        long[] values = new long[Sums.SIZE];
        values[Sums.SKIPPED] = observation.skippedBefore();
        if (observation.finding() instanceof Absent absent) {
            values[Sums.ABSENT + absent.reason().ordinal()] = 1;
        } else if (observation.finding() instanceof Measured measured) {
            fill(values, Sums.FIGURES, measured.figures(), MICRO);
            measured.estimate().ifPresentOrElse(estimate -> fill(values, estimate), () -> values[Sums.SEEN] = 1);
            measured.pose().ifPresent(pose -> fill(values, pose));
            measured.quality().ifPresent(quality -> {
                values[Sums.GRADED] = 1;
                fill(values, Sums.TRAITS, quality.values(), MILLI);
            });
        }
        return new Slot(Sums.owning(values));
    }

    private static void fill(long[] values, Estimate estimate) {
        values[Sums.SCORED] = 1;
        values[Sums.LABELS + estimate.label().ordinal()] = 1;
        fill(values, Sums.EXPRESSIONS, estimate.probabilities(), MICRO);
    }

    private static void fill(long[] values, HeadPose pose) {
        values[Sums.POSED] = 1;
        fill(values, Sums.ANGLES, List.of(pose.yaw(), pose.pitch(), pose.roll()), MICRO);
    }

    private static void fill(long[] values, int from, List<Double> given, double unit) {
        for (int i = 0; i < given.size(); i++) {
            values[from + i] = Math.round(given.get(i) * unit);
        }
    }

    /** The same as if no expression had ever been estimated. */
    Slot withoutExpressions() {
        return new Slot(sums.withoutExpressions());
    }

    Slot plus(Slot other) {
        return new Slot(sums.plus(other.sums));
    }

    /** Frames counted in this second. */
    public long frames() {
        return measured() + absent();
    }

    /** Frames with a face, its expression known or not. */
    public long measured() {
        return scored() + sums.at(Sums.SEEN);
    }

    /** Frames with a face whose expression was estimated. */
    public long scored() {
        return sums.at(Sums.SCORED);
    }

    /** Frames with a face whose pose was measured. */
    public long posed() {
        return sums.at(Sums.POSED);
    }

    /** Frames without a face. */
    public long absent() {
        return sums.total(Sums.ABSENT, Absence.values().length);
    }

    /** Frames without a face for that reason. */
    public long absent(Absence reason) {
        return sums.at(Sums.ABSENT + reason.ordinal());
    }

    /** Frames that were reported as skipped before the frames of this second. */
    public long skipped() {
        return sums.at(Sums.SKIPPED);
    }

    /** Frames for which that label was displayed. */
    public long labelled(Label label) {
        return sums.at(Sums.LABELS + label.ordinal());
    }

    /** The sum of that expression's probability over the scored frames, in millionths. */
    public long sum(Expression expression) {
        return sums.at(Sums.EXPRESSIONS + expression.ordinal());
    }

    /** The sum of that figure over the measured frames, in millionths. */
    public long sum(Figure figure) {
        return sums.at(Sums.FIGURES + figure.ordinal());
    }

    /** This second's mean probability of that expression; empty without a scored frame. */
    public OptionalDouble mean(Expression expression) {
        return mean(sum(expression), scored());
    }

    /** This second's mean of that figure; empty without a face. */
    public OptionalDouble mean(Figure figure) {
        return mean(sum(figure), measured());
    }

    /** This second's mean of that angle, in degrees; empty without a pose. */
    public OptionalDouble mean(Angle angle) {
        return mean(sums.at(Sums.ANGLES + angle.ordinal()), posed());
    }

    private static OptionalDouble mean(long sum, long frames) {
        return frames == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / MICRO / frames);
    }
}
