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
    /** A mean in billionths, from sums in millionths; in millionths, from sums in thousandths. */
    private static final long SUM_UNIT = 1_000;

    /** What one second comes to. */
    public static Tally of(Slot slot) {
        long[] values = slot.sums().copy();
        average(values, Sums.LABELS, Sums.EXPRESSIONS, LABEL_UNIT, slot.scored(), Sums.SCORED_SECONDS);
        average(values, Sums.EXPRESSIONS, Sums.EXPRESSIONS_END, SUM_UNIT, slot.scored(), Sums.SCORED_SECONDS);
        average(values, Sums.FIGURES, Sums.POSED, SUM_UNIT, slot.measured(), Sums.MEASURED_SECONDS);
        average(values, Sums.ANGLES, Sums.GRADED, SUM_UNIT, slot.posed(), Sums.POSED_SECONDS);
        average(values, Sums.TRAITS, Sums.SIZE, SUM_UNIT, slot.sums().at(Sums.GRADED), Sums.GRADED_SECONDS);
        return new Tally(Sums.owning(values));
    }

    private static void average(long[] values, int from, int to, long unit, long frames, int seconds) {
        if (frames > 0) {
            values[seconds] = 1;
            for (int i = from; i < to; i++) {
                values[i] = roundedRatio(values[i] * unit, frames);
            }
        }
    }

    /** What the five seconds of a bucket come to. */
    public static Tally of(Bucket bucket) {
        long[] values = new long[Sums.SIZE];
        bucket.slots().forEach(slot -> of(slot).sums.addTo(values));
        return new Tally(Sums.owning(values));
    }

    /** The same as if no expression had ever been estimated. */
    Tally withoutExpressions() {
        return new Tally(sums.withoutExpressions());
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

    /** Frames with a face, its expression known or not. */
    public long measuredFrames() {
        return scoredFrames() + sums.at(Sums.SEEN);
    }

    /** Frames with a face whose expression was estimated. */
    public long scoredFrames() {
        return sums.at(Sums.SCORED);
    }

    /** Frames without a face. */
    public long absentFrames() {
        return sums.total(Sums.ABSENT, Absence.values().length);
    }

    /** Frames without a face for that reason. */
    public long absentFrames(Absence reason) {
        return sums.at(Sums.ABSENT + reason.ordinal());
    }

    /** Frames reported as skipped; they are not among {@link #frames()}. */
    public long skippedFrames() {
        return sums.at(Sums.SKIPPED);
    }

    /** Seconds with a face in at least one frame: what figures are averaged over. */
    public long measuredSeconds() {
        return sums.at(Sums.MEASURED_SECONDS);
    }

    /** Seconds with an expression in at least one frame: what expressions and labels are averaged over. */
    public long scoredSeconds() {
        return sums.at(Sums.SCORED_SECONDS);
    }

    /** Seconds with a pose in at least one frame: what angles are averaged over. */
    public long posedSeconds() {
        return sums.at(Sums.POSED_SECONDS);
    }

    /** Seconds with a known quality in at least one frame: what traits are averaged over. */
    public long gradedSeconds() {
        return sums.at(Sums.GRADED_SECONDS);
    }

    /** The mean probability of that expression over the scored seconds, rounded half up to millionths. */
    public double mean(Expression expression) {
        return meanAt(Sums.EXPRESSIONS + expression.ordinal(), scoredSeconds(), Slot.MICRO);
    }

    /** The mean of that figure over the measured seconds, rounded half up to millionths. */
    public double mean(Figure figure) {
        return meanAt(Sums.FIGURES + figure.ordinal(), measuredSeconds(), Slot.MICRO);
    }

    /** The mean of that angle over the posed seconds, in degrees, rounded half up to millionths. */
    public double mean(Angle angle) {
        return meanAt(Sums.ANGLES + angle.ordinal(), posedSeconds(), Slot.MICRO);
    }

    /** The mean of that trait over the graded seconds, rounded half up to thousandths. */
    public double mean(Trait trait) {
        return meanAt(Sums.TRAITS + trait.ordinal(), gradedSeconds(), Slot.MILLI);
    }

    /** The share of the scored seconds in which that label was displayed, rounded half up to millionths. */
    public double share(Label label) {
        return meanAt(Sums.LABELS + label.ordinal(), scoredSeconds(), Slot.MICRO);
    }

    /** The label with the largest share; {@link Label#IT_DEPENDS} when two are level. Only with scored seconds. */
    public Label dominant() {
        require(scoredSeconds());
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

    private double meanAt(int place, long seconds, double unit) {
        require(seconds);
        return roundedRatio(sums.at(place), Math.multiplyExact(seconds, SUM_UNIT)) / unit;
    }

    private static void require(long seconds) {
        if (seconds == 0) {
            throw new IllegalStateException("Without a second that has it there is no mean");
        }
    }

    /** Half up, {@code floor(n / d + ½)}, below zero too; the denominator is above zero. */
    static long roundedRatio(long numerator, long denominator) {
        long floor = Math.floorDiv(numerator, denominator);
        return 2 * Math.floorMod(numerator, denominator) >= denominator ? floor + 1 : floor;
    }
}
