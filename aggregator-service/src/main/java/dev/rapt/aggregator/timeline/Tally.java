package dev.rapt.aggregator.timeline;

/**
 * What any stretch of time of any group of people comes to, in exact integers, so that the parts of a whole always add
 * up to the whole, in any order and however it was cut. A slot enters by its own means, in billionths, rounded half up:
 * a second with five frames weighs as much as a second with one. Shares and means are derived at the edge, see {@link
 * #mean(Expression)}; a tally can be taken off again, see {@link #minus}.
 */
public record Tally(Sums sums) {

    /** Nothing counted. */
    public static final Tally ZERO = new Tally(Sums.ZERO);

    /** A label's share in a second, from frames: 10⁹ / frames. */
    private static final long LABEL_UNIT = 1_000_000_000;
    /** A mean in billionths, from sums in millionths. */
    private static final long SUM_UNIT = 1_000;

    private static final long NANOS_A_MICRO = 1_000;
    private static final double MICRO = 1e6;

    /** What one second comes to. */
    public static Tally of(Slot slot) {
        long[] values = slot.sums().copy();
        long measured = slot.measured();
        if (measured > 0) {
            values[Sums.SECONDS] = 1;
            for (int i = Sums.LABELS; i < Sums.EXPRESSIONS; i++) {
                values[i] = roundedRatio(values[i] * LABEL_UNIT, measured);
            }
            for (int i = Sums.EXPRESSIONS; i < Sums.SIZE; i++) {
                values[i] = roundedRatio(values[i] * SUM_UNIT, measured);
            }
        }
        return new Tally(Sums.owning(values));
    }

    /** What the five seconds of a bucket come to. */
    public static Tally of(Bucket bucket) {
        long[] values = new long[Sums.SIZE];
        bucket.slots().forEach(slot -> of(slot).sums.addTo(values));
        return new Tally(Sums.owning(values));
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(sums.plus(other.sums));
    }

    /** This without the other, which must be part of it. */
    public Tally minus(Tally other) {
        return new Tally(sums.minus(other.sums));
    }

    /** Distinct frames counted. */
    public long frames() {
        return measuredFrames() + absentFrames();
    }

    /** Frames with a measured face. */
    public long measuredFrames() {
        return sums.at(Sums.MEASURED);
    }

    /** Frames without one. */
    public long absentFrames() {
        return sums.total(Sums.ABSENT, Absence.values().length);
    }

    /** Frames reported as skipped; they are not among {@link #frames()}. */
    public long skippedFrames() {
        return sums.at(Sums.SKIPPED);
    }

    /** Seconds in which at least one frame has a measured face: what means and shares are taken over. */
    public long sampledSeconds() {
        return sums.at(Sums.SECONDS);
    }

    /** The mean probability of that expression over the sampled seconds, rounded half up to millionths. */
    public double mean(Expression expression) {
        return meanAt(Sums.EXPRESSIONS + expression.ordinal());
    }

    /** The mean of that figure over the sampled seconds, rounded half up to millionths. */
    public double mean(Figure figure) {
        return meanAt(Sums.FIGURES + figure.ordinal());
    }

    /** The share of the sampled seconds in which that label was displayed, rounded half up to millionths. */
    public double share(Label label) {
        return meanAt(Sums.LABELS + label.ordinal());
    }

    /** The label with the largest share; {@link Label#IT_DEPENDS} when two are level. Only with sampled seconds. */
    public Label dominant() {
        requireSampled();
        Label first = Label.ANGRY;
        boolean level = false;
        for (Label label : Label.values()) {
            int order = Long.compare(shownFor(label), shownFor(first));
            level = order == 0 && label != first || order < 0 && level;
            first = order > 0 ? label : first;
        }
        return level ? Label.IT_DEPENDS : first;
    }

    private long shownFor(Label label) {
        return sums.at(Sums.LABELS + label.ordinal());
    }

    private double meanAt(int place) {
        requireSampled();
        return roundedRatio(sums.at(place), Math.multiplyExact(sampledSeconds(), NANOS_A_MICRO)) / MICRO;
    }

    private void requireSampled() {
        if (sampledSeconds() == 0) {
            throw new IllegalStateException("Without a measured second there is no mean");
        }
    }

    /** Half up; both are zero or more. */
    private static long roundedRatio(long numerator, long denominator) {
        return (2 * numerator + denominator) / (2 * denominator);
    }
}
