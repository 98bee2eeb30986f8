package dev.rapt.detector.face;

import java.util.Objects;

/**
 * A face with its landmarks.
 *
 * @param box by the detector
 * @param presence by the landmark model, in [0, 1]
 */
public record FaceSighting(Box box, float presence, Landmarks landmarks) {

    public FaceSighting {
        Objects.requireNonNull(box);
        Objects.requireNonNull(landmarks);
    }
}
