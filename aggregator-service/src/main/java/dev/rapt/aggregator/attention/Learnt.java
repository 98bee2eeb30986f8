package dev.rapt.aggregator.attention;

import java.util.Objects;
import java.util.Optional;

/**
 * What was learnt of a person.
 *
 * @param complete whether it took all the seconds it takes; else it is provisional
 * @param pose the calm head pose; empty when no second had a pose
 * @param eyeOpenness the median; empty when the eyes were never legible, or so narrow that they can't be believed
 */
public record Learnt(boolean complete, Optional<Pose> pose, Optional<Double> eyeOpenness) {
    public Learnt {
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(eyeOpenness, "eyeOpenness");
    }
}
