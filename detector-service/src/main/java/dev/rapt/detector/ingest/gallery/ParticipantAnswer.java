package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.FaceAnswer;
import dev.rapt.detector.ingest.Outcome;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found of one participant of a composite, as it is shown to the sender. */
@Schema(name = "GalleryParticipant", description = "What was found of one participant of a composite")
public record ParticipantAnswer(
        @Schema(
                        description =
                                "As in the layout; without one, an anonymous name such as p2, or p2.1 in the second epoch")
                String participantId,
        @Schema(enumeration = {"published", "absent", "rejected"}) String status,
        @Schema(
                        description =
                                "Why there is no face, or why the participant may not be measured, null when there is one",
                        nullable = true)
                String reason,
        @Schema(description = "Boxes are in pixels of the composite") List<FaceAnswer> faces,
        int facesInFrame) {

    /** Everybody's, in the order in which they were found. */
    public static List<ParticipantAnswer> of(GalleryOutcome.Recorded recorded) {
        return recorded.participants().stream().map(ParticipantAnswer::of).toList();
    }

    private static ParticipantAnswer of(GalleryOutcome.Told told) {
        if (told.outcome() instanceof Outcome.Recorded recorded) {
            FrameFindings findings = recorded.findings();
            return new ParticipantAnswer(
                    told.name(),
                    findings.primary().isPresent() ? "published" : "absent",
                    findings.absence().map(AbsenceReason::reason).orElse(null),
                    FaceAnswer.of(findings),
                    findings.faces().size());
        }
        String reason = ((Outcome.Rejected) told.outcome()).reason().reason();
        return new ParticipantAnswer(told.name(), "rejected", reason, List.of(), 0);
    }
}
