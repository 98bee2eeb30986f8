package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.Objects;

/**
 * One step of a timeline.
 *
 * @param start its first moment
 * @param end the moment after its last
 * @param tally what its frames come to
 * @param seconds how much of it was measured, away or neither
 * @param attention how much of the measured part was facing, and with closed eyes
 * @param displayed for how long which label was displayed
 */
public record Span(
        Instant start,
        Instant end,
        Tally tally,
        Seconds seconds,
        AttentionSeconds attention,
        DisplayedSeconds displayed) {
    public Span {
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(seconds, "seconds");
        Objects.requireNonNull(attention, "attention");
        Objects.requireNonNull(displayed, "displayed");
    }
}
