package dev.rapt.detector.ingest.http;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.FaceAnswer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in a frame, once Kafka has acknowledged its record. */
@Schema(description = "What was found in the frame, once Kafka has acknowledged its record")
public record FrameAnswer(
        @Schema(examples = "standup") String meetingId,
        @Schema(examples = "ada") String participantId,
        @Schema(description = "In milliseconds since the epoch", examples = "1760000000000") long capturedAt,
        @Schema(enumeration = {"published", "absent"}) String status,
        @Schema(description = "Why there is no face, null when there is one", nullable = true) String reason,
        List<FaceAnswer> faces,
        int facesInFrame) {

    static FrameAnswer of(FrameHead frame, FrameFindings findings) {
        return new FrameAnswer(
                frame.sender().meetingId(),
                frame.sender().participantId(),
                frame.capturedAt(),
                findings.primary().isPresent() ? "published" : "absent",
                findings.absence().map(AbsenceReason::reason).orElse(null),
                FaceAnswer.of(findings),
                findings.faces().size());
    }
}
