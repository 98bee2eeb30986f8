package dev.rapt.detector.meeting;

import dev.rapt.detector.ingest.ParticipantKey;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a bot says of a participant besides pictures. Two events with the same participant, moment, source and kind are
 * one, so that repeating them changes nothing.
 *
 * @param at when it happened, in milliseconds since the epoch, by the bot's clock
 * @param receivedAt when the detector took it in, in milliseconds since the epoch, by the detector's clock
 * @param source who says so, in kebab case: {@code attendee}, {@code recall}, {@code zoom-rtms}, {@code native}
 */
public record MeetingEvent(ParticipantKey participant, long at, long receivedAt, String source, What what) {

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public MeetingEvent {
        Objects.requireNonNull(participant);
        Objects.requireNonNull(what);
        if (at < 0 || receivedAt < 0) {
            throw new IllegalArgumentException("moments are milliseconds since the epoch");
        }
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("a source must match " + SOURCE);
        }
    }

    /** What happened. */
    public sealed interface What {

        /** The same without anybody's name, as the log of a pseudonymous meeting keeps it. */
        default What withoutName() {
            return this;
        }
    }

    /**
     * Came, or is there under another name now.
     *
     * @param name as the meeting shows it, at most {@value #MAX_NAME} characters; empty when the bot doesn't say
     */
    public record Joined(String name) implements What {

        /** Most characters of a name; what is longer is cut. */
        public static final int MAX_NAME = 200;

        public Joined {
            name = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
        }

        @Override
        public Joined withoutName() {
            return new Joined("");
        }
    }

    /** Went. */
    public record Left() implements What {}

    /**
     * Began to speak.
     *
     * @param silenceIsReported whether the source also reports silence; without it a person counts as speaking until
     *     somebody else does
     */
    public record SpeechOn(boolean silenceIsReported) implements What {}

    /** Fell silent. */
    public record SpeechOff() implements What {}

    /** Switched the camera on. */
    public record WebcamOn() implements What {}

    /** Switched the camera off. */
    public record WebcamOff() implements What {}
}
