package dev.rapt.detector.face;

import java.time.Duration;
import java.util.Objects;

/**
 * When a face is found again from where it was, instead of by a full detection.
 *
 * @param enabled whether at all
 * @param fullPassEvery every how many frames there is a full detection, so that a second face is noticed
 * @param maxPause the most time from the last frame to this one, by their capture times
 * @param landmarksPause up to this pause the landmark model looks exactly where the face was; after a longer one the
 *     short-range detector first finds it in the surroundings, because people move
 * @param surroundings side of the surroundings, in sides of the face's box
 * @param presence least landmark presence of a tracked face, in (0, 1]
 */
public record TrackingSettings(
        boolean enabled,
        int fullPassEvery,
        Duration maxPause,
        Duration landmarksPause,
        float surroundings,
        float presence) {

    public TrackingSettings {
        Objects.requireNonNull(maxPause);
        Objects.requireNonNull(landmarksPause);
        if (fullPassEvery < 1) {
            throw new IllegalArgumentException("a full detection comes every frame or less often");
        }
        if (maxPause.isNegative() || landmarksPause.isNegative()) {
            throw new IllegalArgumentException("a pause is not negative");
        }
        if (!(surroundings >= 1) || surroundings > 10) {
            throw new IllegalArgumentException("the surroundings are 1 to 10 times as large as the face");
        }
        if (!(presence > 0) || presence > 1) {
            throw new IllegalArgumentException("a presence is within (0, 1]");
        }
    }

    public static TrackingSettings defaults() {
        return new TrackingSettings(true, 5, Duration.ofMillis(1200), Duration.ofMillis(150), 2.8f, 0.8f);
    }

    /** Every frame gets a full detection. */
    public static TrackingSettings off() {
        return new TrackingSettings(false, 1, Duration.ZERO, Duration.ZERO, 1, 1);
    }
}
