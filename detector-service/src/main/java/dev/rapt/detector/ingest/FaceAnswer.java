package dev.rapt.detector.ingest;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.face.Box;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A face as it is shown to the sender of a frame. */
@Schema(name = "FrameFace", description = "A face that was found, from the largest to the smallest")
public record FaceAnswer(
        @Schema(description = "In pixels of the frame as displayed; may reach beyond its edges") Box box,
        @Schema(description = "Presence by the landmark model, in [0, 1]") float confidence,
        @Schema(description = "Whether it is the face that stands for the participant") boolean primary) {

    /** The faces of a frame. */
    public static List<FaceAnswer> of(FrameFindings findings) {
        return IntStream.range(0, findings.faces().size())
                .mapToObj(i -> new FaceAnswer(
                        findings.faces().get(i).box(),
                        findings.faces().get(i).confidence(),
                        findings.primary().isPresent() && findings.primary().getAsInt() == i))
                .toList();
    }
}
