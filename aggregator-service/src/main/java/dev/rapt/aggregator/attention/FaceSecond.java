package dev.rapt.aggregator.attention;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one second with a face shows, as far as attention is concerned.
 *
 * @param pose the mean pose; empty when no frame had one
 * @param eyes the eyes of each frame that has them, in order of capture
 * @param happy the mean probability of a happy expression; empty when none was estimated
 * @param mouthOpenness the mean; inner lip distance over mouth width
 */
public record FaceSecond(Optional<Pose> pose, List<EyeSample> eyes, OptionalDouble happy, double mouthOpenness) {
    public FaceSecond {
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(happy, "happy");
        eyes = List.copyOf(eyes);
    }
}
