package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapt.aggregator.log.ActiveSpeaker;
import dev.rapt.aggregator.log.Attendance;
import dev.rapt.aggregator.log.MeetingSpeech.Said;
import dev.rapt.aggregator.log.Speaking;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers about who spoke, as bots say; null says: no bot says anything. */
final class SpeechViews {

    private SpeechViews() {}

    @Schema(name = "ActiveSpeaker", description = "Who speaks at the latest moment of which something is known")
    record Active(
            @Schema(
                            enumeration = {"speaking", "silent", "unknown"},
                            examples = "speaking")
                    String state,
            @Schema(examples = "ada", nullable = true) Optional<String> participantId,
            @Schema(examples = "Ada", nullable = true) Optional<String> name,
            @JsonSerialize(contentUsing = Millis.class)
                    @Schema(description = "Since when that has been so", nullable = true)
                    Optional<Instant> since,
            @Schema(description = "Which bot says so", examples = "zoom-rtms", nullable = true) Optional<String> source,
            @Schema(description = "The bot doesn't report silence, so the speaker may have fallen silent")
                    boolean upperBound) {

        static Active of(ActiveSpeaker active, Optional<String> name) {
            return new Active(
                    active.state().name().toLowerCase(Locale.ROOT),
                    active.participantId(),
                    name,
                    active.since(),
                    active.source(),
                    active.upperBound());
        }
    }

    @Schema(name = "Speaking", description = "How much was spoken, as a bot says")
    record Spoken(
            @Schema(examples = "3.25") double seconds,
            @Schema(description = "Of the time of which it is known whether they spoke", examples = "0.325")
                    double share,
            @Schema(description = "Which bot says so", examples = "zoom-rtms") String source,
            @Schema(description = "The bot doesn't report silence, so it may have been less") boolean upperBound) {

        static Optional<Spoken> of(Optional<Speaking> speaking) {
            return speaking.map(
                    known -> new Spoken(known.seconds(), known.share(), known.source(), known.upperBound()));
        }
    }

    @Schema(name = "Attendance", description = "When a participant came and went, as a bot says")
    record Attended(
            @JsonSerialize(contentUsing = Millis.class) @Schema(nullable = true) Optional<Instant> joinedAt,
            @JsonSerialize(contentUsing = Millis.class) @Schema(nullable = true) Optional<Instant> leftAt,
            @Schema(
                            enumeration = {"on", "off"},
                            nullable = true)
                    Optional<String> camera) {

        static Attended of(Attendance attendance) {
            return new Attended(
                    attendance.joinedAt(),
                    attendance.leftAt(),
                    attendance.cameraOn().map(on -> on ? "on" : "off"));
        }
    }

    @Schema(name = "Speakers")
    record Speakers(
            @Schema(examples = "standup") String meetingId,
            List<Interval> intervals,
            @Schema(description = "The offset of the next part of the list; null at its end", nullable = true)
                    Optional<Integer> next) {}

    @Schema(name = "SpeakingInterval")
    record Interval(
            @Schema(examples = "ada") String participantId,
            @JsonSerialize(using = Millis.class) Instant start,
            @JsonSerialize(using = Millis.class) @Schema(description = "Of an open one: until when something is known")
                    Instant end,
            @Schema(description = "Nothing has ended it yet") boolean open,
            @Schema(examples = "zoom-rtms") String source,
            boolean upperBound) {

        static Interval of(Said said) {
            return new Interval(
                    said.utterance().participantId(),
                    said.utterance().start(),
                    said.utterance().end(),
                    said.utterance().open(),
                    said.source(),
                    said.upperBound());
        }
    }
}
