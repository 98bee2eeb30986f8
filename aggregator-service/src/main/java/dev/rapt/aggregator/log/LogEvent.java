package dev.rapt.aggregator.log;

import java.time.Instant;
import java.util.Objects;

/**
 * What was said of one participant besides pictures. Two with the same participant, moment, source and kind are one.
 *
 * @param at when it happened, by the bot's clock, in whole milliseconds
 * @param source who says so
 * @param name of {@link Kind#JOINED}: as the meeting shows the participant, empty when it isn't known; else empty
 * @param silenceIsReported of {@link Kind#SPEECH_ON}: whether the source also says when somebody falls silent; else
 *     false
 */
public record LogEvent(
        String participantId, Instant at, String source, Kind kind, String name, boolean silenceIsReported) {

    /** Kinds of events. */
    public enum Kind {
        JOINED,
        LEFT,
        SPEECH_ON,
        SPEECH_OFF,
        WEBCAM_ON,
        WEBCAM_OFF;

        /** Whether it tells of speech. */
        public boolean isSpeech() {
            return this == SPEECH_ON || this == SPEECH_OFF;
        }

        /** The number that stands for it in keys; never changes. */
        public int code() {
            return ordinal() + 1;
        }

        /** The kind of a number. */
        public static Kind of(int code) {
            if (code < 1 || code > values().length) {
                throw new IllegalArgumentException("Unknown kind of event: " + code);
            }
            return values()[code - 1];
        }
    }

    public LogEvent {
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** An event without a name. */
    public static LogEvent of(String participantId, Instant at, String source, Kind kind) {
        return new LogEvent(participantId, at, source, kind, "", false);
    }
}
