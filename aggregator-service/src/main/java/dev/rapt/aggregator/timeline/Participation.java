package dev.rapt.aggregator.timeline;

import java.time.Instant;

/**
 * All that is kept of one participant of one meeting: always exactly what the buckets still there come to.
 *
 * @param tally what they come to
 * @param firstCapturedAt the earliest frame
 * @param lastCapturedAt the latest frame
 * @param countedSince when the first frame arrived, by the broker's clock, however long ago it was captured
 */
public record Participation(Tally tally, Instant firstCapturedAt, Instant lastCapturedAt, Instant countedSince) {

    /** A participant of whom this bucket is all there is. */
    public static Participation of(Bucket bucket, Instant countedSince) {
        return new Participation(
                Tally.of(bucket), bucket.capturedAt(0), bucket.capturedAt(bucket.frames() - 1), countedSince);
    }

    /** After a bucket has changed. Only the second that changed differs, but its old means must go. */
    public Participation with(Bucket before, Bucket after) {
        Participation changed = of(after, countedSince);
        return new Participation(
                tally.minus(Tally.of(before)).plus(changed.tally),
                earlier(firstCapturedAt, changed.firstCapturedAt),
                later(lastCapturedAt, changed.lastCapturedAt),
                countedSince);
    }

    /**
     * After a bucket at the beginning was deleted.
     *
     * @param first the earliest frame that is left
     */
    public Participation without(Bucket deleted, Instant first) {
        return new Participation(tally.minus(Tally.of(deleted)), first, lastCapturedAt, countedSince);
    }

    /** The same as if no expression had ever been estimated. */
    public Participation withoutExpressions() {
        return new Participation(tally.withoutExpressions(), firstCapturedAt, lastCapturedAt, countedSince);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
