package dev.rapt.aggregator.attention;

/**
 * What the eyes of one second come to. It may stay open for a moment, until the frames after it have shown whether closed
 * eyes stayed closed; then it never changes.
 */
public final class EyeVerdict {

    private int samples;
    private int closed;
    private int waiting;

    EyeVerdict() {}

    EyeVerdict copy() {
        EyeVerdict copy = new EyeVerdict();
        copy.samples = samples;
        copy.closed = closed;
        copy.waiting = waiting;
        return copy;
    }

    void open() {
        samples++;
    }

    void mayBeClosed() {
        samples++;
        waiting++;
    }

    void closed() {
        samples++;
        closed++;
    }

    void settle(boolean stayedClosed) {
        waiting--;
        closed += stayedClosed ? 1 : 0;
    }

    /** Whether {@link #eyes()} won't change any more. */
    public boolean isSettled() {
        return waiting == 0;
    }

    /** Closed when more than half of the second's frames are part of a stretch of closed eyes. */
    public Eyes eyes() {
        if (samples == 0) {
            return Eyes.UNKNOWN;
        }
        return 2 * closed > samples ? Eyes.CLOSED : Eyes.OPEN;
    }
}
