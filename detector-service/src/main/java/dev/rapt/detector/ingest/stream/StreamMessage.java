package dev.rapt.detector.ingest.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.ingest.FaceAnswer;
import dev.rapt.detector.ingest.Outcome;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the server says on a stream: the acknowledgement of one frame, with its identity, or an error that belongs to no
 * frame that could be named. Fields that don't apply are left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamMessage(
        @JsonProperty String type,
        @JsonProperty String participantId,
        @JsonProperty Long capturedAt,
        @JsonProperty Long sequence,
        @JsonProperty String status,
        @JsonProperty String reason,
        @JsonProperty String detail,
        @JsonProperty Integer facesInFrame,
        @JsonProperty List<FaceAnswer> faces) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Something that belongs to no frame that could be named. */
    public static StreamMessage error(String reason, String detail) {
        return new StreamMessage("error", null, null, null, null, reason, detail, null, null);
    }

    /** A frame that was refused, told to somebody who doesn't ask for acknowledgements. */
    public static StreamMessage error(FrameName frame, Outcome.Rejected rejected) {
        return new StreamMessage(
                "error",
                frame.participantId(),
                frame.capturedAt(),
                null,
                null,
                rejected.reason().reason(),
                rejected.detail(),
                null,
                null);
    }

    /** What came of a frame. */
    public static StreamMessage ack(FrameName frame, Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            return ack(
                    frame,
                    recorded.findings().primary().isPresent() ? "published" : "absent",
                    recorded.findings().absence().map(AbsenceReason::reason).orElse(null),
                    null,
                    FaceAnswer.of(recorded.findings()));
        }
        if (outcome instanceof Outcome.Skipped skipped) {
            return ack(frame, "skipped", skipped.reason().reason(), null, null);
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return ack(frame, "rejected", rejected.reason().reason(), rejected.detail(), null);
        }
        Outcome.Failed failed = (Outcome.Failed) outcome;
        return ack(frame, "failed", failed.reason().reason(), failed.detail(), null);
    }

    /** The identity of a frame within its meeting, as its sender gave it. */
    public record FrameName(String participantId, long capturedAt, OptionalLong sequence) {}

    private static StreamMessage ack(
            FrameName frame, String status, String reason, String detail, List<FaceAnswer> faces) {
        return new StreamMessage(
                "ack",
                frame.participantId(),
                frame.capturedAt(),
                frame.sequence().isPresent() ? frame.sequence().getAsLong() : null,
                status,
                reason,
                detail,
                faces == null ? null : faces.size(),
                faces);
    }

    /** As it is sent. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message can't be written", e);
        }
    }
}
