package dev.rapt.detector;

import dev.rapt.detector.crop.FaceQuality;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceMeasures;
import dev.rapt.detector.face.HeadPose;
import dev.rapt.detector.face.Landmarks;
import java.util.Objects;
import java.util.Optional;

/**
 * A face and what was measured of it.
 *
 * @param confidence presence by the landmark model, in [0, 1]
 * @param measures mouth and eyes; no judgement
 * @param pose where it is turned; no judgement
 * @param quality how well it can be seen; no judgement
 * @param crop the face as the expression model reads it
 * @param flaw why its expression can't be seen in the crop: the detector's judgement, by its settings
 */
public record SeenFace(
        Box box,
        float confidence,
        FaceMeasures measures,
        HeadPose pose,
        FaceQuality quality,
        Landmarks landmarks,
        GreyCrop crop,
        Optional<FaceFlaw> flaw) {

    public SeenFace {
        Objects.requireNonNull(box);
        Objects.requireNonNull(measures);
        Objects.requireNonNull(pose);
        Objects.requireNonNull(quality);
        Objects.requireNonNull(landmarks);
        Objects.requireNonNull(crop);
        Objects.requireNonNull(flaw);
    }

    /** Whether it is large enough for figures that mean something. */
    boolean largeEnough() {
        return !flaw.equals(Optional.of(FaceFlaw.TOO_SMALL));
    }

    /** The same face in a picture that this one is a part of. */
    public SeenFace movedBy(float right, float down) {
        return new SeenFace(
                box.movedBy(right, down),
                confidence,
                measures,
                pose,
                quality,
                landmarks.movedBy(right, down),
                crop,
                flaw);
    }
}
