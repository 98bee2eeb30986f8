package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers about many people at once. */
final class ColumnViews {

    private ColumnViews() {}

    /** Describes what {@link ColumnsWriter} writes. */
    @Schema(name = "Timelines")
    record Timelines(
            @Schema(examples = "standup") String meetingId,
            @Schema(examples = "2026-01-05T10:00:00.000Z") String from,
            @Schema(examples = "2026-01-05T11:00:00.000Z") String to,
            @Schema(examples = "10s") String resolution,
            @Schema(examples = "360") long steps,
            @Schema(examples = "[\"engagementIndex\"]") List<String> fields,
            List<Person> participants) {}

    @Schema(name = "TimelineColumns")
    record Person(
            @Schema(examples = "ada") String participantId,
            @Schema(examples = "Ada", nullable = true) Optional<String> name,
            @Schema(
                            description = "Of each field one value a step: a number, a label, or null",
                            examples = "{\"engagementIndex\":[0.9,null]}")
                    Map<String, List<Object>> columns) {}

    @Schema(name = "PooledTimeline")
    record Pooled(
            @Schema(examples = "standup") String meetingId,
            @Schema(description = "Null for the whole meeting", examples = "front row", nullable = true)
                    Optional<String> group,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant from,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T11:00:00.000Z") Instant to,
            @Schema(examples = "10s") String resolution,
            List<PooledViews.Bucket> buckets) {}
}
