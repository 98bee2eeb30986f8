package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.timeline.Seconds.State;
import java.time.Instant;

/**
 * Tells for every second of one participant whether it was measured, away or unmeasured, in one pass over the buckets.
 *
 * <p>A second with frames reads as a face (at least one is measured), else as nobody (at least one usable picture
 * without a face), else as unknown. A second without a frame reads as the last frame's second, if that frame is less
 * than three {@link UsualInterval usual intervals} before the second's start, else as unknown. Nobody for three seconds
 * or more in a row is away; a shorter spell claims nothing. What a second comes to depends on the 80 s before it (a run
 * of 3, a hole of 3 × 5, the minute of the interval) and the 3 s after it only. Of a long hole only the first and the
 * last seconds are told: those between are unmeasured.
 */
final class Presence {

    static final int INTERVALS = 3;
    private static final int AWAY_SECONDS = 3;
    private static final long SECOND_MILLIS = 1_000;

    /** Is told each second's state, in order. */
    interface Sink {
        void second(long epochSecond, State state);
    }

    private enum Reading {
        FACE,
        NOBODY,
        UNKNOWN
    }

    /** No face is held this long, so after it every second without a frame is unmeasured. */
    private static final long HOLE_SECONDS = 2 * INTERVALS * UsualInterval.MOST.toSeconds();

    private final UsualInterval interval;
    private final Sink sink;
    private long next;
    private int nobody;
    private Reading lastReading = Reading.UNKNOWN;
    private long lastCapture = Long.MIN_VALUE / 2;

    /** A pass that begins with this second. */
    Presence(long firstSecond, Sink sink) {
        this.next = firstSecond;
        this.sink = sink;
        this.interval = new UsualInterval();
    }

    private Presence(Presence other, Sink sink) {
        this.interval = other.interval.copy();
        this.sink = sink;
        this.next = other.next;
        this.nobody = other.nobody;
        this.lastReading = other.lastReading;
        this.lastCapture = other.lastCapture;
    }

    /** One that goes on on its own from here and tells another. */
    Presence copy(Sink other) {
        return new Presence(this, other);
    }

    /** The first second that isn't told yet: it or an earlier one may still become anything. */
    long firstUntold() {
        return next - nobody;
    }

    /** Takes the next bucket, in order of their starts. */
    void accept(Bucket bucket) {
        holesUntil(bucket.start().getEpochSecond());
        int frame = 0;
        for (Slot slot : bucket.slots()) {
            if (slot.frames() == 0) {
                hole();
                continue;
            }
            for (long i = 0; i < slot.frames(); i++) {
                lastCapture = bucket.capturedAt(frame++).toEpochMilli();
                interval.add(lastCapture);
            }
            lastReading = readingOf(slot);
            read(lastReading);
        }
    }

    /** The usual interval as of the last frame taken. */
    long usualMillis() {
        return interval.millis();
    }

    /** Ends the pass before this moment. */
    void finish(Instant end) {
        holesUntil(end.getEpochSecond());
        settleNobody();
    }

    private void holesUntil(long second) {
        long late = second - HOLE_SECONDS;
        if (next < late) {
            long from = next;
            while (next < from + HOLE_SECONDS && next < late) {
                hole();
            }
            next = Math.max(next, late);
        }
        while (next < second) {
            hole();
        }
    }

    private void hole() {
        boolean held = next * SECOND_MILLIS - lastCapture < INTERVALS * interval.millis();
        read(held ? lastReading : Reading.UNKNOWN);
    }

    private void read(Reading reading) {
        if (reading == Reading.NOBODY) {
            nobody++;
            next++;
            return;
        }
        settleNobody();
        sink.second(next++, reading == Reading.FACE ? State.MEASURED : State.UNMEASURED);
    }

    private void settleNobody() {
        State state = nobody >= AWAY_SECONDS ? State.AWAY : State.UNMEASURED;
        for (long second = next - nobody; second < next; second++) {
            sink.second(second, state);
        }
        nobody = 0;
    }

    private static Reading readingOf(Slot slot) {
        if (slot.measured() > 0) {
            return Reading.FACE;
        }
        return slot.absent(Absence.NO_FACE) > 0 ? Reading.NOBODY : Reading.UNKNOWN;
    }
}
