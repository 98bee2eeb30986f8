package dev.rapt.detector.face;

import java.util.Objects;

/**
 * A face with its landmarks.
 *
 * @param box by the detector
 * @param presence by the landmark model, in [0, 1]
 * @param shades of the face at its landmarks
 */
public record FaceSighting(Box box, float presence, Landmarks landmarks, Shades shades) {

    public FaceSighting {
        Objects.requireNonNull(box);
        Objects.requireNonNull(landmarks);
        Objects.requireNonNull(shades);
    }
}
