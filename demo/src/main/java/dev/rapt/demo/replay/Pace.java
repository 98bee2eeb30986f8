package dev.rapt.demo.replay;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * When which frame is taken. At speed X the meeting's time passes X times as fast as the wall clock's, and X times as
 * many frames a second are sent; the frames a second of the meeting stay the same.
 *
 * @param framesPerSecond of the meeting's time
 * @param speed how many seconds of the meeting pass in one of the wall clock
 * @param beginMs the meeting's first instant, in milliseconds since the epoch
 */
record Pace(int framesPerSecond, double speed, long beginMs) {

    /** How long before now a faster meeting of no stated length begins, so that its frames aren't from the future. */
    static final Duration HEAD_START = Duration.ofDays(7);

    private static final double NANOS = 1e9;

    Pace {
        if (framesPerSecond < 1 || !(speed > 0)) {
            throw new IllegalArgumentException("A pace is positive");
        }
    }

    /**
     * A meeting that begins now. A faster one begins earlier, because the detector refuses frames of the future: a
     * replay of a stated length then ends at the wall clock's now.
     */
    static Pace startingAt(long nowMs, int framesPerSecond, double speed, OptionalLong seconds) {
        long ahead = 0;
        if (speed > 1) {
            ahead = seconds.isPresent() ? Math.round(1000 * seconds.getAsLong() * (speed - 1)) : HEAD_START.toMillis();
        }
        return new Pace(framesPerSecond, speed, nowMs - ahead);
    }

    /** The number of the last frame that is due, from 0, when this much of the wall clock has passed. */
    long frameDue(long elapsedNanos) {
        return (long) Math.floor(elapsedNanos / NANOS * speed * framesPerSecond);
    }

    /** When a frame is due, in nanoseconds of the wall clock after the first. */
    long dueNanos(long frame) {
        return (long) Math.ceil(frame * NANOS / (speed * framesPerSecond));
    }

    /** The meeting's time when this much of the wall clock has passed, in milliseconds since the epoch. */
    long capturedAtMs(long elapsedNanos) {
        return beginMs + (long) (elapsedNanos / 1e6 * speed);
    }
}
