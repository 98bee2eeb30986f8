package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers about several people's whole time, and about meetings side by side. */
final class SummaryViews {

    private SummaryViews() {}

    @Schema(
            name = "PooledSummary",
            description =
                    "Several people's whole time, each from the first frame to the last: seconds are of all of them"
                            + " together, means over all their seconds")
    record Summary(
            @Schema(examples = "standup") String meetingId,
            @Schema(description = "Null: everybody", examples = "front row", nullable = true) Optional<String> group,
            Counts participants,
            @JsonUnwrapped PooledViews.Bucket whole,
            @Schema(
                            description = "measured / (measured + away) seconds; null when neither is known",
                            examples = "0.97",
                            nullable = true)
                    Optional<Double> presence,
            @Schema(description = "Who spoke how much, most first; empty where no bot says anything") List<Talk> talk,
            @Schema(
                            description = "Peaks, dips and who smiled together, as under moments; null in a comparison",
                            nullable = true)
                    Optional<MomentViews.All> moments) {}

    @Schema(name = "ParticipantCounts")
    record Counts(
            @Schema(description = "With a frame", examples = "7") int seen,
            @Schema(description = "With a second in which a face was found", examples = "6") int measured,
            @Schema(description = "Without a frame, but a bot has told of them", examples = "1") int told) {}

    @Schema(name = "Talk", description = "How much one of them spoke, as a bot says")
    record Talk(
            @Schema(examples = "ada") String participantId,
            @Schema(examples = "Ada", nullable = true) Optional<String> name,
            @JsonUnwrapped SpeechViews.Spoken spoken,
            @Schema(
                            description = "Of all that these people said; null when nobody said anything",
                            examples = "0.6",
                            nullable = true)
                    Optional<Double> shareOfTalk) {}

    @Schema(name = "Comparison")
    record Comparison(
            @Schema(description = "In the order that was asked for") List<Compared> meetings,
            @Schema(description = "Those of which no summary can be made, and why") List<Without> unknown,
            @Schema(description = "Instances that couldn't tell their part") List<MeetingViews.Missing> missing) {}

    @Schema(name = "ComparedMeeting")
    record Compared(
            @Schema(examples = "standup") String meetingId,
            @Schema(description = "From a copy, because whoever counts this meeting can't be asked", examples = "false")
                    boolean stale,
            @Schema(implementation = Summary.class) JsonNode summary) {

        Compared asStale() {
            return new Compared(meetingId, true, summary);
        }
    }

    @Schema(name = "MeetingWithoutSummary")
    record Without(
            @Schema(examples = "retro") String meetingId,
            @Schema(
                            enumeration = {"meeting-unknown", "meeting-erased", "nobody-seen", "group-view", "not-ready"
                            },
                            examples = "meeting-unknown")
                    String reason) {}
}
