package dev.rapt.detector;

import dev.rapt.detector.face.Landmarks;
import dev.rapt.detector.face.Point;

/** How near two sightings of one face are to each other. */
final class Landmarked {

    private Landmarked() {}

    /**
     * How far apart the middles between the eyes are, over the size of the expected face: the distance of its eyes, or from
     * eyes to mouth when it is turned. FER2013's framing and everything that is measured moves with it.
     */
    static float eyesApart(SeenFace face, SeenFace expected) {
        Landmarks landmarks = expected.landmarks();
        float size = Math.max(
                landmarks.rightEye().distance(landmarks.leftEye()),
                eyes(landmarks).distance(landmarks.mouth()));
        return eyes(face.landmarks()).distance(eyes(landmarks)) / size;
    }

    private static Point eyes(Landmarks landmarks) {
        return landmarks.rightEye().middle(landmarks.leftEye());
    }
}
