package dev.rapt.aggregator.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers about attention as they are written; angles in degrees, null says: no measure. */
final class AttentionViews {

    private AttentionViews() {}

    @Schema(
            name = "Baseline",
            description =
                    "What this person is compared with: the own calm head pose and the own usual eye openness, as they"
                            + " stand after the last frame. While it is provisional, what is said of past seconds may"
                            + " still change")
    record Baseline(
            @Schema(
                            description = "provisional until 60 seconds with a head pose were measured",
                            enumeration = {"provisional", "learnt"},
                            examples = "learnt")
                    String state,
            @Schema(description = "Seconds with a measured head pose", examples = "412") long measuredSeconds,
            @Schema(
                            description = "Calm yaw, in degrees, positive to the picture's right",
                            examples = "-4.1",
                            nullable = true)
                    Optional<Double> yaw,
            @Schema(description = "Calm pitch, in degrees, positive upwards", examples = "2.3", nullable = true)
                    Optional<Double> pitch,
            @Schema(description = "Usual eye height over eye width", examples = "0.288", nullable = true)
                    Optional<Double> eyeOpenness,
            @Schema(description = "Other poses that came to count as facing, such as a second monitor")
                    List<Direction> furtherPoses) {}

    @Schema(name = "Direction", description = "Where a head is turned, in degrees as the camera sees it")
    record Direction(@Schema(examples = "31.5") double yaw, @Schema(examples = "-1.2") double pitch) {}

    @Schema(name = "HeadPose", description = "Mean head pose, in degrees as the camera sees it: an offset a camera")
    record HeadPose(
            @Schema(description = "Positive to the picture's right", examples = "-3.5") double yaw,
            @Schema(description = "Positive upwards", examples = "2.25") double pitch,
            @Schema(description = "Positive clockwise", examples = "0.5") double roll) {}

    @Schema(name = "Quality", description = "How well the face could be seen, in the mean")
    record Quality(
            @Schema(description = "Distance of the eyes from the front, in pixels", examples = "61.5")
                    double eyeDistance,
            @Schema(description = "How much detail the crop has", examples = "200.1") double sharpness,
            @Schema(description = "Mean luminance of the crop, 0 to 255", examples = "121.4") double brightness) {}
}
