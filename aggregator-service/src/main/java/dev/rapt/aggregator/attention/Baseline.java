package dev.rapt.aggregator.attention;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person is compared with, as it stands after the last second that was judged: the person's own calm, no norm.
 *
 * @param state how far it can be relied on
 * @param measuredSeconds seconds with a pose that were judged
 * @param pose the calm head pose; empty when no second had a pose
 * @param eyeOpenness the usual eye openness; empty when the eyes were never legible
 * @param furtherPoses other poses that count as facing, such as a second monitor
 */
public record Baseline(
        State state, long measuredSeconds, Optional<Pose> pose, Optional<Double> eyeOpenness, List<Pose> furtherPoses) {
    public Baseline {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(eyeOpenness, "eyeOpenness");
        furtherPoses = List.copyOf(furtherPoses);
    }

    /** How far a baseline can be relied on. */
    public enum State {
        /** Less was measured than it takes: what is said so far may yet change. */
        PROVISIONAL,
        LEARNT
    }
}
