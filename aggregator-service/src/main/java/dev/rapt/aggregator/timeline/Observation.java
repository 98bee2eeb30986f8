package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.Objects;

/**
 * One frame of one participant, as far as the timeline is concerned.
 *
 * @param capturedAt when the camera took it; whole milliseconds, between the epoch and the year 9999
 * @param skippedBefore how many frames of this participant were skipped since the one before
 * @param finding what it shows
 */
public record Observation(Instant capturedAt, long skippedBefore, Finding finding) {

    /** The last moment a frame may claim: beyond it ISO-8601 needs more than four digits for the year. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    public Observation {
        Objects.requireNonNull(finding, "finding");
        if (!isCaptureTime(capturedAt)) {
            throw new IllegalArgumentException("A frame is captured between the epoch and the year 9999");
        }
        if (skippedBefore < 0) {
            throw new IllegalArgumentException("A frame has zero or more skipped before it");
        }
    }

    /** Whether a frame may have been captured then. */
    public static boolean isCaptureTime(Instant moment) {
        return moment.isAfter(Instant.EPOCH) && !moment.isAfter(LATEST);
    }
}
