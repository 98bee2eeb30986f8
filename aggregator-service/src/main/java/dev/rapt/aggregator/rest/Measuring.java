package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is measured in a meeting now, for whoever shows it to the participants. Names nobody. */
@Schema(name = "Measuring", description = "What is measured in a meeting now; says of nobody who it is")
record Measuring(
        @Schema(examples = "standup") String meetingId,
        @Schema(
                        description = "waiting: no frame was counted; measuring; ended, as somebody said",
                        enumeration = {"waiting", "measuring", "ended"},
                        examples = "measuring")
                String state,
        @Schema(description = "What for; null while nobody has said", examples = "research", nullable = true)
                Optional<String> purpose,
        @Schema(
                        enumeration = {"attention", "attention+expression"},
                        examples = "attention",
                        nullable = true)
                Optional<String> signals,
        @Schema(
                        description =
                                "What holds for whoever has said nothing: explicit: not measured; assumed: measured",
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
        @Schema(examples = "false") boolean pseudonymous,
        @Schema(
                        description =
                                "How many are measured: a frame of theirs came in the last seconds before the meeting's"
                                        + " last one. Null in a group view where they are too few to tell",
                        examples = "7",
                        nullable = true)
                Optional<Integer> people,
        @Schema(
                        description =
                                "There are too few to tell how many; in a group view more are told in steps of five",
                        examples = "false")
                boolean tooFew,
        @JsonSerialize(contentUsing = Millis.class)
                @Schema(
                        description = "The first frame that is kept",
                        examples = "2026-01-05T10:00:00.120Z",
                        nullable = true)
                Optional<Instant> since,
        @JsonSerialize(contentUsing = Millis.class) @Schema(examples = "2026-01-05T10:45:00.000Z", nullable = true)
                Optional<Instant> endedAt,
        @Schema(description = "How long figures are kept", examples = "P7D") String retention) {}
