package dev.rapt.detector.crop;

import dev.rapt.detector.face.Landmarks;
import dev.rapt.detector.face.Point;

/**
 * Where the crop of a face lies in the picture: a square turned so that the eyes are level, at FER2013's
 * framing. The eye midpoint is at (.5, .39) of it; the eyes are at most .367 and eyes and mouth at most .376
 * of the side apart, so that a turned head, whose eyes come closer, isn't blown up.
 *
 * @param eyes midpoint of the eyes, in pixels of the picture
 * @param side in pixels of the picture
 * @param angle in radians, positive where the left eye is lower than the right in the picture
 */
public record CropGeometry(Point eyes, float side, float angle) {
    static final float EYES_X = 0.5f;
    static final float EYES_Y = 0.39f;
    private static final float EYE_DISTANCE = 0.367f;
    private static final float EYES_TO_MOUTH = 0.376f;

    public CropGeometry {
        if (!(side > 0) || !Float.isFinite(side) || !Float.isFinite(angle)) {
            throw new IllegalArgumentException("a crop has a side and an angle");
        }
    }

    public static CropGeometry of(Landmarks landmarks) {
        return of(landmarks.rightEye(), landmarks.leftEye(), landmarks.mouth());
    }

    static CropGeometry of(Point rightEye, Point leftEye, Point mouth) {
        Point eyes = rightEye.middle(leftEye);
        float side = Math.max(rightEye.distance(leftEye) / EYE_DISTANCE, eyes.distance(mouth) / EYES_TO_MOUTH);
        float angle = (float) Math.atan2(leftEye.y() - rightEye.y(), leftEye.x() - rightEye.x());
        return new CropGeometry(eyes, Math.max(1, side), angle);
    }

    /** The distance of the eyes, in pixels of the picture, that a face of this size has when seen from the front. */
    public float eyeDistance() {
        return side * EYE_DISTANCE;
    }

    /**
     * Rows of the affine matrix from a crop of that side in pixels to the picture, in OpenCV's convention of
     * whole-numbered pixel centres.
     */
    double[] cropToPicture(int pixels) {
        double scale = side / pixels;
        double cos = Math.cos(angle) * scale;
        double sin = Math.sin(angle) * scale;
        double x = EYES_X * pixels - 0.5;
        double y = EYES_Y * pixels - 0.5;
        return new double[] {cos, -sin, eyes.x() - 0.5 - cos * x + sin * y, sin, cos, eyes.y() - 0.5 - sin * x - cos * y
        };
    }
}
