package dev.rapt.detector.face;

import java.time.Duration;
import java.util.Objects;

/**
 * When a face is found again from where it was, instead of by a full detection.
 *
 * @param enabled whether at all
 * @param fullPassAfter so long after a full detection there is another one, by capture times, so that a second face is
 *     noticed
 * @param maxPause the most time from the last frame to this one, by their capture times
 * @param likeness least correlation of the shades at the landmarks with those of the last frame, in [-1, 1], with which
 *     the landmark model is believed that looked exactly where the face was; below it the short-range detector finds the
 *     face in the surroundings first
 * @param surroundings side of the surroundings, in sides of the face's box
 * @param presence least landmark presence of a tracked face, in (0, 1]
 */
public record TrackingSettings(
        boolean enabled,
        Duration fullPassAfter,
        Duration maxPause,
        float likeness,
        float surroundings,
        float presence) {

    public TrackingSettings {
        Objects.requireNonNull(maxPause);
        Objects.requireNonNull(fullPassAfter);
        if (maxPause.isNegative() || fullPassAfter.isNegative()) {
            throw new IllegalArgumentException("a pause is not negative");
        }
        if (!(likeness >= -1) || likeness > 1) {
            throw new IllegalArgumentException("a correlation is within [-1, 1]");
        }
        if (!(surroundings >= 1) || surroundings > 10) {
            throw new IllegalArgumentException("the surroundings are 1 to 10 times as large as the face");
        }
        if (!(presence > 0) || presence > 1) {
            throw new IllegalArgumentException("a presence is within (0, 1]");
        }
    }

    public static TrackingSettings defaults() {
        return new TrackingSettings(true, Duration.ofSeconds(4), Duration.ofMillis(1200), 0.9f, 2.8f, 0.8f);
    }

    /** Every frame gets a full detection. */
    public static TrackingSettings off() {
        return new TrackingSettings(false, Duration.ZERO, Duration.ZERO, 1, 1, 1);
    }
}
