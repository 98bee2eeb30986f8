package dev.rapt.aggregator.log;

import java.time.Instant;

/**
 * A stretch of time in which somebody counted as speaking.
 *
 * @param start its first moment
 * @param end the moment after its last
 * @param open whether nothing has ended it but the end of what is known
 */
public record Utterance(String participantId, Instant start, Instant end, boolean open) {
    public Utterance {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("An utterance doesn't end before it starts");
        }
    }

    /** How many milliseconds of it lie in a stretch of time. */
    long millisWithin(Instant from, Instant to) {
        long first = Math.max(start.toEpochMilli(), from.toEpochMilli());
        long last = Math.min(end.toEpochMilli(), to.toEpochMilli());
        return Math.max(0, last - first);
    }
}
