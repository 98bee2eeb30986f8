package dev.rapt.aggregator.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long the steps of a timeline are: any positive multiple of a bucket, up to a year. Steps are aligned to the epoch.
 *
 * @param length the length of a step
 */
public record Resolution(Duration length) {

    /** The longest step. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public Resolution {
        if (!isResolution(length)) {
            throw new IllegalArgumentException("A resolution is a positive multiple of five seconds, up to 366 days");
        }
    }

    /** Whether steps may be that long. */
    public static boolean isResolution(Duration length) {
        return length.compareTo(Bucket.LENGTH) >= 0
                && length.compareTo(LONGEST) <= 0
                && length.getNano() == 0
                && length.getSeconds() % Bucket.LENGTH.getSeconds() == 0;
    }

    /** The start of the step that holds this moment. */
    public Instant floor(Instant moment) {
        return moment.minusMillis(Math.floorMod(moment.toEpochMilli(), length.toMillis()))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** The first start of a step that isn't before this moment. */
    public Instant ceiling(Instant moment) {
        Instant floor = floor(moment);
        return floor.equals(moment) ? floor : floor.plus(length);
    }
}
