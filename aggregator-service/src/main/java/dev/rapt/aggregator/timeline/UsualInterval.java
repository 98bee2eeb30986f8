package dev.rapt.aggregator.timeline;

import java.time.Duration;
import java.util.Arrays;

/**
 * A participant's usual time between two frames: the median of the intervals between the capture times of the last
 * minute before (and with) the last frame, the lower one when there are two. It depends on that minute only, so that a
 * second reads the same whichever range is asked for. Without an interval it is one second; above five it is five, so
 * that a long pause doesn't vouch for a longer one.
 */
final class UsualInterval {

    static final Duration WINDOW = Duration.ofSeconds(60);
    static final Duration MOST = Duration.ofSeconds(5);
    private static final long UNKNOWN_MILLIS = 1_000;

    private long[] captures = new long[64];
    private int size;
    private long cached = UNKNOWN_MILLIS;
    private boolean stale;

    /** One that goes on on its own from here. */
    UsualInterval copy() {
        UsualInterval copy = new UsualInterval();
        copy.captures = captures.clone();
        copy.size = size;
        copy.cached = cached;
        copy.stale = stale;
        return copy;
    }

    /** Takes the next frame's capture time, later than all before. */
    void add(long capturedAt) {
        forgetBefore(capturedAt - WINDOW.toMillis());
        if (size == captures.length) {
            captures = Arrays.copyOf(captures, 2 * size);
        }
        captures[size++] = capturedAt;
        stale = true;
    }

    long millis() {
        if (stale) {
            cached = median();
            stale = false;
        }
        return cached;
    }

    private long median() {
        if (size < 2) {
            return UNKNOWN_MILLIS;
        }
        long[] intervals = new long[size - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = captures[i + 1] - captures[i];
        }
        Arrays.sort(intervals);
        return Math.min(intervals[(intervals.length - 1) / 2], MOST.toMillis());
    }

    private void forgetBefore(long moment) {
        int first = 0;
        while (first < size && captures[first] < moment) {
            first++;
        }
        System.arraycopy(captures, first, captures, 0, size - first);
        size -= first;
    }
}
