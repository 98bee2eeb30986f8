package dev.rapt.detector.ingest.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.gallery.GalleryOutcome;
import dev.rapt.detector.ingest.gallery.ParticipantAnswer;
import java.util.List;

/** The acknowledgement of one composite, with its identity. Fields that don't apply are left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GalleryMessage(
        @JsonProperty String type,
        @JsonProperty Long capturedAt,
        @JsonProperty Long sequence,
        @JsonProperty String status,
        @JsonProperty String reason,
        @JsonProperty String detail,
        @JsonProperty List<ParticipantAnswer> participants) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static GalleryMessage ack(StreamFrame frame, GalleryOutcome outcome) {
        if (outcome instanceof GalleryOutcome.Recorded recorded) {
            return ack(frame, "recorded", null, null, ParticipantAnswer.of(recorded));
        }
        Outcome why = ((GalleryOutcome.Unrecorded) outcome).why();
        if (why instanceof Outcome.Skipped skipped) {
            return ack(frame, "skipped", skipped.reason().reason(), null, null);
        }
        if (why instanceof Outcome.Rejected rejected) {
            return ack(frame, "rejected", rejected.reason().reason(), rejected.detail(), null);
        }
        Outcome.Failed failed = (Outcome.Failed) why;
        return ack(frame, "failed", failed.reason().reason(), failed.detail(), null);
    }

    private static GalleryMessage ack(
            StreamFrame frame, String status, String reason, String detail, List<ParticipantAnswer> participants) {
        return new GalleryMessage(
                "ack",
                frame.capturedAt(),
                frame.sequence().isPresent() ? frame.sequence().getAsLong() : null,
                status,
                reason,
                detail,
                participants);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message can't be written", e);
        }
    }
}
