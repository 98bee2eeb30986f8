package dev.rapt.detector.face;

/**
 * Raw figures of a face, by its landmarks; ratios, so free of the face's size. "Right" and "left" are the person's own.
 *
 * @param mouthOpenness inner lips (13–14) over mouth width (78–308): up to .07 closed, about .5 wide open
 * @param rightEyeOpenness eye aspect ratio (Soukupová and Čech, 2016): .26 to .32 open, below .21 closed, looking down
 *     or smiling
 * @param leftEyeOpenness likewise
 */
public record FaceMeasures(float mouthOpenness, float rightEyeOpenness, float leftEyeOpenness) {
    // Corner, two of the upper lid, corner, two of the lower lid below them
    private static final int[] RIGHT_EYE = {33, 160, 158, 133, 153, 144};
    private static final int[] LEFT_EYE = {362, 385, 387, 263, 373, 380};

    public static FaceMeasures of(Landmarks landmarks) {
        return new FaceMeasures(
                ratio(
                        landmarks.at(13).distance(landmarks.at(14)),
                        landmarks.at(78).distance(landmarks.at(308))),
                eye(landmarks, RIGHT_EYE),
                eye(landmarks, LEFT_EYE));
    }

    /** Mean of both eyes. */
    public float eyeOpenness() {
        return (rightEyeOpenness + leftEyeOpenness) / 2;
    }

    private static float eye(Landmarks landmarks, int[] eye) {
        float height = landmarks.at(eye[1]).distance(landmarks.at(eye[5]))
                + landmarks.at(eye[2]).distance(landmarks.at(eye[4]));
        return ratio(height / 2, landmarks.at(eye[0]).distance(landmarks.at(eye[3])));
    }

    private static float ratio(float height, float width) {
        return width > 0 ? height / width : 0;
    }
}
