package dev.rapt.detector.ingest.http;

import dev.rapt.detector.ingest.gallery.GalleryOutcome;
import dev.rapt.detector.ingest.gallery.ParticipantAnswer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in a composite, once Kafka has acknowledged all its records. */
@Schema(description = "What was found in the composite, once Kafka has acknowledged all its records")
public record GalleryAnswer(
        @Schema(examples = "standup") String meetingId,
        @Schema(description = "In milliseconds since the epoch", examples = "1760000000000") long capturedAt,
        @Schema(
                        description = "Everybody in the layout; or, without one, everybody who was found, from the"
                                + " largest face to the smallest, and then those who were seen lately and aren't now")
                List<ParticipantAnswer> participants) {

    static GalleryAnswer of(GalleryHead head, GalleryOutcome.Recorded recorded) {
        return new GalleryAnswer(head.meetingId(), head.capturedAt(), ParticipantAnswer.of(recorded));
    }
}
