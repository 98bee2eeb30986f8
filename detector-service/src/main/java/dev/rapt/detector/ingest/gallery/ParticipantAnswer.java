package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.ingest.FaceAnswer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found of one participant of a composite, as it is shown to the sender. */
@Schema(name = "GalleryParticipant", description = "What was found of one participant of a composite")
public record ParticipantAnswer(
        @Schema(
                        description =
                                "As in the layout; without one, an anonymous name such as p2, or p2.1 in the second epoch")
                String participantId,
        @Schema(enumeration = {"published", "absent"}) String status,
        @Schema(description = "Why there is no face, null when there is one", nullable = true) String reason,
        @Schema(description = "Boxes are in pixels of the composite") List<FaceAnswer> faces,
        int facesInFrame) {

    /** Everybody's, in the order in which they were recorded. */
    public static List<ParticipantAnswer> of(GalleryOutcome.Recorded recorded) {
        return recorded.participants().stream()
                .map(participant -> new ParticipantAnswer(
                        participant.participantId(),
                        participant.findings().primary().isPresent() ? "published" : "absent",
                        participant
                                .findings()
                                .absence()
                                .map(AbsenceReason::reason)
                                .orElse(null),
                        FaceAnswer.of(participant.findings()),
                        participant.findings().faces().size()))
                .toList();
    }
}
