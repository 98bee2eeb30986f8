package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers about meetings and who was in them, as they are written; null says: not known, or not said. */
final class MeetingViews {

    private MeetingViews() {}

    @Schema(name = "Meetings")
    record Meetings(
            List<Meeting> meetings,
            @Schema(description = "The cursor of the next part of the list; null at its end", nullable = true)
                    Optional<String> next,
            @Schema(description = "Who couldn't tell its part of the list: what it counts may be missing or stale")
                    List<Missing> missing) {

        Meetings asStale() {
            return new Meetings(meetings.stream().map(Meeting::asStale).toList(), next, missing);
        }
    }

    @Schema(name = "Missing", description = "An instance whose part is missing, or was filled in from copies")
    record Missing(
            @Schema(examples = "aggregator-1:8082") String instance,
            @Schema(
                            enumeration = {"unreachable", "timeout", "not-ready"},
                            examples = "unreachable")
                    String reason) {}

    @Schema(name = "Meeting")
    record Meeting(
            @Schema(examples = "standup") String id,
            @Schema(examples = "Biology 101", nullable = true) Optional<String> title,
            @Schema(examples = "[\"bio\",\"week 3\"]") List<String> labels,
            @Schema(
                            description = "How many were seen in frames; null where only groups are shown",
                            examples = "3",
                            nullable = true)
                    Optional<Long> participants,
            @Schema(
                            description = "Distinct frames counted; null where only groups are shown",
                            examples = "360",
                            nullable = true)
                    Optional<Long> frames,
            @JsonSerialize(contentUsing = Millis.class)
                    @Schema(
                            description = "Null while there is no frame",
                            examples = "2026-01-05T10:00:00.120Z",
                            nullable = true)
                    Optional<Instant> firstCapturedAt,
            @JsonSerialize(contentUsing = Millis.class) @Schema(examples = "2026-01-05T10:01:00.080Z", nullable = true)
                    Optional<Instant> lastCapturedAt,
            @JsonSerialize(contentUsing = Millis.class)
                    @Schema(
                            description = "When it was declared last; null if it never was",
                            examples = "2026-01-05T09:55:00.000Z",
                            nullable = true)
                    Optional<Instant> declaredAt,
            @JsonSerialize(contentUsing = Millis.class)
                    @Schema(description = "As somebody said", examples = "2026-01-05T10:45:00.000Z", nullable = true)
                    Optional<Instant> endedAt,
            @Schema(description = "From a copy, because whoever counts this meeting can't be asked", examples = "false")
                    boolean stale) {

        Meeting asStale() {
            return new Meeting(
                    id,
                    title,
                    labels,
                    participants,
                    frames,
                    firstCapturedAt,
                    lastCapturedAt,
                    declaredAt,
                    endedAt,
                    true);
        }
    }

    @Schema(name = "OneMeeting")
    record OneMeeting(
            @JsonUnwrapped Meeting meeting,
            @Schema(description = "The participants' ids of each group, by its name") Map<String, Set<String>> groups,
            @Schema(
                            description =
                                    "How long its timelines are kept; null: as long as the service is configured to",
                            examples = "P7D",
                            nullable = true)
                    Optional<String> retention,
            @JsonUnwrapped Terms terms,
            @Schema(description = "As a bot says") SpeechViews.Active activeSpeaker) {}

    @Schema(name = "Terms")
    record Terms(
            @Schema(
                            description = "What it is measured for; null while nobody has said",
                            examples = "research",
                            nullable = true)
                    Optional<String> purpose,
            @Schema(description = "Where its participants are", examples = "DE", nullable = true)
                    Optional<String> region,
            @Schema(
                            description = "What is measured: as declared, as far as the policy allows it",
                            enumeration = {"attention", "attention+expression"},
                            examples = "attention+expression",
                            nullable = true)
                    Optional<String> signals,
            @Schema(
                            description = "What holds for who has said nothing: explicit is no, assumed is yes",
                            enumeration = {"explicit", "assumed"},
                            examples = "explicit",
                            nullable = true)
                    Optional<String> consent,
            @Schema(
                            description = "Whose figures may be read",
                            enumeration = {"individual", "group"},
                            examples = "individual",
                            nullable = true)
                    Optional<String> view,
            @Schema(description = "Whether participants go by pseudonyms", examples = "false", nullable = true)
                    Optional<Boolean> pseudonymous,
            @Schema(description = "Why, where the policy asks for it", nullable = true) Optional<String> justification,
            @Schema(description = "The version of the policy in force", examples = "2026-11") String policyVersion) {}

    @Schema(name = "Declaration", description = "What a meeting is. Purpose and region must be said")
    record Declaration(
            @Schema(
                            required = true,
                            enumeration = {
                                "workplace",
                                "education",
                                "healthcare",
                                "market-research",
                                "gaming",
                                "research",
                                "personal",
                                "safety"
                            },
                            examples = "research")
                    String purpose,
            @Schema(
                            required = true,
                            description =
                                    "Where the participants are: a country by ISO 3166-1 alpha-2, or a region that"
                                            + " the policy names",
                            examples = "DE")
                    String region,
            @Schema(
                            enumeration = {"attention", "attention+expression"},
                            defaultValue = "attention",
                            nullable = true)
                    Optional<String> signals,
            @Schema(
                            description = "What holds for who has said nothing: explicit is no, assumed is yes",
                            enumeration = {"explicit", "assumed"},
                            defaultValue = "explicit",
                            nullable = true)
                    Optional<String> consent,
            @Schema(
                            enumeration = {"individual", "group"},
                            defaultValue = "individual",
                            nullable = true)
                    Optional<String> view,
            @Schema(description = "Whether participants go by pseudonyms", defaultValue = "false", nullable = true)
                    Optional<Boolean> pseudonymous,
            @Schema(description = "Why, where the policy asks for it: up to 1,000 characters", nullable = true)
                    Optional<String> justification,
            @Schema(description = "1 to 200 characters", examples = "Biology 101", nullable = true)
                    Optional<String> title,
            @Schema(
                            description = "Up to 20 texts of 1 to 64 characters",
                            examples = "[\"bio\",\"week 3\"]",
                            nullable = true)
                    List<String> labels,
            @Schema(
                            description = "Up to 50 lists of up to 1,000 participants' ids, by their names",
                            examples = "{\"front row\":[\"ada\",\"bob\"]}",
                            nullable = true)
                    Map<String, Set<String>> groups,
            @Schema(description = "One hour to ten years", examples = "P7D", nullable = true)
                    Optional<String> retention) {}

    @Schema(name = "EndOfMeeting")
    record End(
            @Schema(description = "Now without it", examples = "2026-01-05T10:45:00Z", nullable = true)
                    Optional<String> at) {}

    @Schema(name = "EndedMeeting")
    record Ended(
            @Schema(examples = "standup") String meetingId,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:45:00.000Z") Instant endedAt) {}

    @Schema(name = "Groups")
    record Groups(@Schema(examples = "standup") String meetingId, List<Group> groups) {}

    @Schema(name = "Group")
    record Group(
            @Schema(examples = "front row") String name,
            @Schema(description = "In order; those who weren't seen, too", examples = "[\"ada\",\"bob\"]")
                    Set<String> participantIds) {}

    @Schema(name = "Participants")
    record Participants(
            @Schema(examples = "standup") String meetingId,
            List<Participant> participants,
            @Schema(description = "The cursor of the next part of the list; null at its end", nullable = true)
                    Optional<String> next) {}

    @Schema(name = "Participant")
    record Participant(
            @Schema(examples = "ada") String id,
            @Schema(description = "Distinct frames counted; 0 of somebody of whom only a bot tells", examples = "120")
                    long frames,
            @Schema(description = "Frames with a face", examples = "118") long measuredFrames,
            @Schema(description = "Those of them whose expression was estimated", examples = "118") long scoredFrames,
            @Schema(description = "Frames without one, whatever the reason", examples = "2") long absentFrames,
            @JsonSerialize(contentUsing = Millis.class) @Schema(examples = "2026-01-05T10:00:00.120Z", nullable = true)
                    Optional<Instant> firstCapturedAt,
            @JsonSerialize(contentUsing = Millis.class) @Schema(examples = "2026-01-05T10:01:00.080Z", nullable = true)
                    Optional<Instant> lastCapturedAt,
            @Schema(description = "The frames' own label that was most frequent", examples = "neutral", nullable = true)
                    @OfExpression
                    Optional<String> dominant,
            @Schema(
                            description = "The label displayed after the last frame, by the last minute; null when that"
                                    + " shows no expression",
                            examples = "neutral",
                            nullable = true)
                    @OfExpression
                    Optional<String> displayed,
            @Schema(description = "As the meeting shows it", examples = "Ada", nullable = true) Optional<String> name,
            @JsonUnwrapped SpeechViews.Attended attendance) {}
}
