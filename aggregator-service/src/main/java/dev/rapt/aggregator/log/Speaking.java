package dev.rapt.aggregator.log;

/**
 * How much somebody spoke in a stretch of time.
 *
 * @param spokenMillis how long they counted as speaking
 * @param knownMillis how long it is known whether they did; more than zero
 * @param source who says so
 * @param upperBound whether the source doesn't report silence, so that it may have been less
 */
public record Speaking(long spokenMillis, long knownMillis, String source, boolean upperBound) {

    private static final double MICRO = 1e6;
    private static final double MILLIS = 1e3;

    public Speaking {
        if (spokenMillis < 0 || knownMillis <= 0 || spokenMillis > knownMillis) {
            throw new IllegalArgumentException("Spoken is part of what is known");
        }
    }

    /** How long, in seconds. */
    public double seconds() {
        return spokenMillis / MILLIS;
    }

    /** The share of the known time, to the millionth. */
    public double share() {
        return Math.round(spokenMillis * MICRO / knownMillis) / MICRO;
    }
}
