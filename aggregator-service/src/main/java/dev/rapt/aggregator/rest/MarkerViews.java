package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Markers as they are read and written. */
final class MarkerViews {

    private MarkerViews() {}

    @Schema(name = "Markers")
    record Markers(
            @Schema(examples = "standup") String meetingId,
            @Schema(description = "In order of their starts") List<Marker> markers) {}

    @Schema(name = "Marker", description = "A stretch of a meeting's time: something that was shown or asked")
    record Marker(
            @Schema(examples = "spot-a") String markerId,
            @Schema(examples = "Spot A") String title,
            @Schema(
                            enumeration = {"advert", "product", "slide", "question", "other"},
                            examples = "advert")
                    String kind,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:05:00.000Z") Instant start,
            @JsonSerialize(using = Millis.class)
                    @Schema(description = "The moment after its last", examples = "2026-01-05T10:05:30.000Z")
                    Instant end,
            List<String> labels) {

        static Marker of(dev.rapt.aggregator.meeting.Marker marker) {
            return new Marker(
                    marker.id(), marker.title(), marker.kind().text(), marker.start(), marker.end(), marker.labels());
        }
    }

    @Schema(name = "MarkerToSet", description = "What is said of a marker")
    record ToSet(
            @Schema(description = "1 to 200 characters", examples = "Spot A", required = true) String title,
            @Schema(
                            enumeration = {"advert", "product", "slide", "question", "other"},
                            examples = "advert",
                            required = true)
                    String kind,
            @Schema(examples = "2026-01-05T10:05:00Z", required = true) Instant start,
            @Schema(
                            description = "The moment after its last, after start",
                            examples = "2026-01-05T10:05:30Z",
                            required = true)
                    Instant end,
            @Schema(description = "20 at most") List<String> labels) {}
}
