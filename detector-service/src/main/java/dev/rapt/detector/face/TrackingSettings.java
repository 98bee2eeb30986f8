package dev.rapt.detector.face;

import java.time.Duration;
import java.util.Objects;

/**
 * When a face is found again from where it was, instead of by a full detection.
 *
 * @param enabled whether at all
 * @param fullPassEvery every how many frames there is a full detection, so that a second face is noticed
 * @param maxPause the most time from the last frame to this one, by their capture times; people move
 * @param presence least landmark presence of a tracked face, in (0, 1]
 */
public record TrackingSettings(boolean enabled, int fullPassEvery, Duration maxPause, float presence) {

    public TrackingSettings {
        Objects.requireNonNull(maxPause);
        if (fullPassEvery < 1) {
            throw new IllegalArgumentException("a full detection comes every frame or less often");
        }
        if (maxPause.isNegative()) {
            throw new IllegalArgumentException("a pause is not negative");
        }
        if (!(presence > 0) || presence > 1) {
            throw new IllegalArgumentException("a presence is within (0, 1]");
        }
    }

    public static TrackingSettings defaults() {
        return new TrackingSettings(true, 5, Duration.ofMillis(1200), 0.8f);
    }

    /** Every frame gets a full detection. */
    public static TrackingSettings off() {
        return new TrackingSettings(false, 1, Duration.ZERO, 1);
    }
}
