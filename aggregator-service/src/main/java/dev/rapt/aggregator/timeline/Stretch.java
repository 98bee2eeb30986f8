package dev.rapt.aggregator.timeline;

import java.time.Duration;
import java.time.Instant;

/** Ten minutes, aligned to the epoch: what is packed into one block once nothing more of it comes. */
public final class Stretch {

    /** How long a stretch is. */
    public static final Duration LENGTH = Duration.ofMinutes(10);

    static final int LENGTH_MILLIS = (int) LENGTH.toMillis();

    /** How many buckets it has at most. */
    public static final int BUCKETS = LENGTH_MILLIS / Bucket.LENGTH_MILLIS;

    private Stretch() {}

    /** The start of the stretch that holds this moment. */
    public static Instant startOf(Instant moment) {
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), LENGTH_MILLIS) * LENGTH_MILLIS);
    }
}
