package dev.rapt.aggregator.timeline;

/**
 * How much of a stretch of time a participant was measured, away, or neither.
 *
 * @param measured seconds with a face
 * @param away seconds of a usable picture with nobody in it, three or more in a row
 * @param unmeasured all other seconds: nothing is claimed about them
 */
public record Seconds(long measured, long away, long unmeasured) {

    /** No time at all. */
    public static final Seconds NONE = new Seconds(0, 0, 0);

    private static final double MICRO = 1e6;

    /** What a second may be. */
    public enum State {
        MEASURED,
        AWAY,
        UNMEASURED
    }

    Seconds plus(State state) {
        return new Seconds(
                measured + (state == State.MEASURED ? 1 : 0),
                away + (state == State.AWAY ? 1 : 0),
                unmeasured + (state == State.UNMEASURED ? 1 : 0));
    }

    /** With so many seconds in all, those that are missing unmeasured. */
    Seconds upTo(long all) {
        return new Seconds(measured, away, all - measured - away);
    }

    /** Both together. */
    public Seconds plus(Seconds other) {
        return new Seconds(measured + other.measured, away + other.away, unmeasured + other.unmeasured);
    }

    /** All of the time. */
    public long all() {
        return measured + away + unmeasured;
    }

    /** The share of the time about which something is known, (measured + away) / all, to the millionth; 0 of no time. */
    public double coverage() {
        return share(measured + away, all());
    }

    /** Whether there is a second about which something is known, so that {@link #presence()} means something. */
    public boolean isKnown() {
        return measured + away > 0;
    }

    /** The share of the known time in which a face was there, measured / (measured + away), to the millionth. */
    public double presence() {
        return share(measured, measured + away);
    }

    static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(part * MICRO / whole) / MICRO;
    }
}
