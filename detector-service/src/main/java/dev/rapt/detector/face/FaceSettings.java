package dev.rapt.detector.face;

/**
 * When a face counts as found. Scores and presences are in [0, 1].
 *
 * @param detectorScore least score of a candidate of the full-range detector
 * @param framePresence least landmark presence of a face in a participant's own frame
 * @param picturePresence the same where more than the plain frame is searched: in the tiles of a picture of unknown
 *     layout, and for a face that fills its frame
 * @param minEyeDistance in pixels of the picture, as if the face looked straight at the camera; smaller faces
 *     are not measured
 * @param darkLuminance a faceless frame of a mean luminance below this (0 to 255) is dark rather than faceless
 */
public record FaceSettings(
        float detectorScore, float framePresence, float picturePresence, float minEyeDistance, float darkLuminance) {

    public FaceSettings {
        if (!share(detectorScore) || !share(framePresence) || !share(picturePresence)) {
            throw new IllegalArgumentException("scores and presences are within (0, 1]");
        }
        if (!(minEyeDistance >= 0) || !(darkLuminance >= 0)) {
            throw new IllegalArgumentException("limits of size and luminance are at least 0");
        }
    }

    public static FaceSettings defaults() {
        return new FaceSettings(0.35f, 0.5f, 0.8f, 10, 20);
    }

    private static boolean share(float value) {
        return value > 0 && value <= 1;
    }
}
