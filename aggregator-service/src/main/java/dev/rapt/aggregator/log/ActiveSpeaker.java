package dev.rapt.aggregator.log;

import java.time.Instant;
import java.util.Optional;

/**
 * Who speaks at the end of what is known of a meeting.
 *
 * @param participantId who, when somebody does
 * @param since since when that has been so; empty when nothing is known
 * @param source who says so; empty when nobody does
 * @param upperBound whether the source doesn't report silence, so that the speaker may have fallen silent
 */
public record ActiveSpeaker(
        State state,
        Optional<String> participantId,
        Optional<Instant> since,
        Optional<String> source,
        boolean upperBound) {

    /** No bot says anything of speech. It is never guessed from pictures. */
    public static final ActiveSpeaker UNKNOWN =
            new ActiveSpeaker(State.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** What is known. */
    public enum State {
        SPEAKING,
        SILENT,
        UNKNOWN
    }

    static ActiveSpeaker of(SpeechOfSource speech) {
        Optional<String> source = Optional.of(speech.source());
        return speech.speakingNow()
                .map(now -> new ActiveSpeaker(
                        State.SPEAKING,
                        Optional.of(now.participantId()),
                        Optional.of(now.start()),
                        source,
                        speech.upperBound()))
                // A source that doesn't report silence doesn't say that nobody speaks
                .orElseGet(() -> new ActiveSpeaker(
                        speech.upperBound() ? State.UNKNOWN : State.SILENT,
                        Optional.empty(),
                        Optional.of(speech.silentSince()),
                        source,
                        speech.upperBound()));
    }
}
