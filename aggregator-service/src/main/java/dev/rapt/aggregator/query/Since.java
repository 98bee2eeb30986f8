package dev.rapt.aggregator.query;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the topics say has changed of a meeting since a record of the scores. */
public sealed interface Since {

    /**
     * All of it, up to the end of the topics when they were asked.
     *
     * @param frames of each participant of whom a record came, when the earliest of those was captured
     * @param event the earliest moment of which an event came since then, or a little before
     */
    record Changed(Map<String, Instant> frames, Optional<Instant> event) implements Since {
        public Changed {
            frames = Map.copyOf(frames);
        }
    }

    /**
     * The topics don't say.
     *
     * @param reason {@code too-old} when records are gone already, {@code too-much} when there are more than may be read,
     *     {@code unknown-id} when there is no such record yet
     */
    record NotThere(String reason) implements Since {}

    /** Kafka doesn't answer now. */
    record Unreadable() implements Since {}
}
