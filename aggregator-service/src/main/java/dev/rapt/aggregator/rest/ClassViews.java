package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as a group as it is written; null says: not known, or of too few people to tell. */
final class ClassViews {

    private ClassViews() {}

    @Schema(name = "Class", description = "A room as a group, never one person of it")
    record Room(
            @Schema(examples = "biology") String meetingId,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant from,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:45:00.000Z") Instant to,
            @Schema(examples = "10s") String resolution,
            @Schema(description = "Of fewer people nothing is told", examples = "5") int leastPeople,
            List<Step> steps,
            @Schema(description = "When attention had sunk below its own usual level, within the range")
                    List<Alert> alerts) {}

    @Schema(name = "ClassStep")
    record Step(
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant start,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:10.000Z") Instant end,
            @Schema(description = "Of how many anything is known", examples = "24") int people,
            @Schema(description = "These are too few: nothing is told", examples = "false") boolean tooFew,
            @Schema(description = "facing / (facing + not facing) seconds", examples = "0.85", nullable = true)
                    Optional<Double> facing,
            @Schema(description = "away / (measured + away) seconds", examples = "0.02", nullable = true)
                    Optional<Double> away,
            @Schema(description = "facing / (facing + not facing + away) seconds", examples = "0.83", nullable = true)
                    Optional<Double> attention,
            @Schema(description = "The engagement index of all together", examples = "0.87", nullable = true)
                    Optional<Double> engagementIndex) {}

    @Schema(name = "QuietAlert")
    record Alert(
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:20:00.000Z") Instant start,
            @JsonSerialize(using = Millis.class)
                    @Schema(
                            description = "Of an open one: until when it is known",
                            examples = "2026-01-05T10:23:00.000Z")
                    Instant end,
            @Schema(description = "It hasn't come back yet") boolean open,
            @Schema(description = "The usual attention before it", examples = "0.86") double level,
            @Schema(description = "How far below that it came at most", examples = "0.31") double depth) {}
}
