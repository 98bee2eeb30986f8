package dev.rapt.aggregator.timeline;

/**
 * One second of one participant: how many frames came to what, and the sums of what was measured in them, in millionths.
 * A sample is rounded once, {@code floor(x · 10⁶ + ½)}, and is an exact integer from then on.
 */
public record Slot(Sums sums) {

    /** A second without a frame. */
    public static final Slot EMPTY = new Slot(Sums.ZERO);

    private static final double MICRO = 1e6;

    /** What one frame adds to its second. */
    static Slot of(Observation observation) {
        long[] values = new long[Sums.SIZE];
        values[Sums.SKIPPED] = observation.skippedBefore();
        if (observation.finding() instanceof Absent absent) {
            values[Sums.ABSENT + absent.reason().ordinal()] = 1;
        } else if (observation.finding() instanceof Measured measured) {
            values[Sums.MEASURED] = 1;
            values[Sums.LABELS + measured.label().ordinal()] = 1;
            for (Expression expression : Expression.values()) {
                values[Sums.EXPRESSIONS + expression.ordinal()] =
                        Math.round(measured.probabilities().get(expression.ordinal()) * MICRO);
            }
            for (Figure figure : Figure.values()) {
                values[Sums.FIGURES + figure.ordinal()] =
                        Math.round(measured.figures().get(figure.ordinal()) * MICRO);
            }
        }
        return new Slot(Sums.owning(values));
    }

    Slot plus(Slot other) {
        return new Slot(sums.plus(other.sums));
    }

    /** Frames counted in this second. */
    public long frames() {
        return measured() + absent();
    }

    /** Frames with a measured face. */
    public long measured() {
        return sums.at(Sums.MEASURED);
    }

    /** Frames without a measured face. */
    public long absent() {
        return sums.total(Sums.ABSENT, Absence.values().length);
    }

    /** Frames without a measured face for that reason. */
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

    /** The sum of that expression's probability over the measured frames, in millionths. */
    public long sum(Expression expression) {
        return sums.at(Sums.EXPRESSIONS + expression.ordinal());
    }

    /** The sum of that figure over the measured frames, in millionths. */
    public long sum(Figure figure) {
        return sums.at(Sums.FIGURES + figure.ordinal());
    }
}
