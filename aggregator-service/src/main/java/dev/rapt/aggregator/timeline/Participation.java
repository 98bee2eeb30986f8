package dev.rapt.aggregator.timeline;

import java.time.Instant;

/**
 * All that is kept of one participant of one meeting: always exactly what the buckets still there come to.
 *
 * @param tally what they come to
 * @param firstCapturedAt the earliest frame
 * @param lastCapturedAt the latest frame
 */
public record Participation(Tally tally, Instant firstCapturedAt, Instant lastCapturedAt) {

    /** A participant of whom this bucket is all there is. */
    public static Participation of(Bucket bucket) {
        return new Participation(Tally.of(bucket), bucket.capturedAt(0), bucket.capturedAt(bucket.frames() - 1));
    }

    /** After a bucket has changed. Only the second that changed differs, but its old means must go. */
    public Participation with(Bucket before, Bucket after) {
        Participation changed = of(after);
        return new Participation(
                tally.minus(Tally.of(before)).plus(changed.tally),
                earlier(firstCapturedAt, changed.firstCapturedAt),
                later(lastCapturedAt, changed.lastCapturedAt));
    }

    /**
     * After a bucket at the beginning was deleted.
     *
     * @param first the earliest frame that is left
     */
    public Participation without(Bucket deleted, Instant first) {
        return new Participation(tally.minus(Tally.of(deleted)), first, lastCapturedAt);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
