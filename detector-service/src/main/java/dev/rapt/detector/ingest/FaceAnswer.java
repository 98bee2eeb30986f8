package dev.rapt.detector.ingest;

import dev.rapt.detector.FaceFlaw;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.crop.FaceQuality;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.HeadPose;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A face as it is shown to the sender of a frame. */
@Schema(name = "FrameFace", description = "A face that was found, from the largest to the smallest")
public record FaceAnswer(
        @Schema(description = "In pixels of the frame as displayed; may reach beyond its edges") Box box,
        @Schema(description = "Presence by the landmark model, in [0, 1]") float confidence,
        @Schema(description = "Whether it is the face that stands for the participant") boolean primary,
        @Schema(
                        description =
                                "In degrees as the camera sees it: yaw towards the picture's right, pitch upwards,"
                                        + " roll clockwise")
                HeadPose pose,
        Eyes eyes,
        @Schema(description = "Inner lip distance over mouth width: about 0 closed, about .5 wide open")
                float mouthOpenness,
        @Schema(
                        description =
                                "Eye distance in pixels of the frame; sharpness, the fineness of the crop's detail, .9 to"
                                        + " 1.4 usually; brightness, the mean luminance of the crop, 0 to 255")
                FaceQuality quality,
        @Schema(
                        description = "Why its expression can't be seen, null when it can",
                        enumeration = {"too-small", "dark", "blurred", "turned"},
                        nullable = true)
                String flaw) {

    /** How far the eyes are open. */
    @Schema(
            name = "EyeOpenness",
            description = "Height over width of the person's own right and left eye: about .26 to .32 open")
    public record Eyes(float right, float left) {}

    /** The faces of a frame. */
    public static List<FaceAnswer> of(FrameFindings findings) {
        return IntStream.range(0, findings.faces().size())
                .mapToObj(i -> of(
                        findings.faces().get(i),
                        findings.primary().isPresent() && findings.primary().getAsInt() == i))
                .toList();
    }

    private static FaceAnswer of(SeenFace face, boolean primary) {
        return new FaceAnswer(
                face.box(),
                face.confidence(),
                primary,
                face.pose(),
                new Eyes(face.measures().rightEyeOpenness(), face.measures().leftEyeOpenness()),
                face.measures().mouthOpenness(),
                face.quality(),
                face.flaw().map(FaceFlaw::reason).orElse(null));
    }
}
