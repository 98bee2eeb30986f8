package dev.rapt.aggregator.topology;

import java.util.Objects;

/**
 * How it stands with Kafka Streams.
 *
 * @param phase what it is doing
 * @param detail why, in words
 */
public record StreamsState(Phase phase, String detail) {

    /** What the streams may be doing. */
    public enum Phase {
        /** Something is missing that the streams need to start. */
        WAITING,
        /** Counting, or about to, on this or on another instance. */
        RUNNING,
        /** Failed; started again after a pause. */
        FAILED,
        /** Stopped with the service. */
        STOPPED
    }

    public StreamsState {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(detail, "detail");
    }
}
