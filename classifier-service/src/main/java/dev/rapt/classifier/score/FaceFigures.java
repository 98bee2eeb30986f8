package dev.rapt.classifier.score;

/**
 * What the detector measured of a face. They pass through as they came.
 *
 * @param box where the face is
 * @param confidence presence in [0, 1]
 * @param facesInFrame how many faces the frame showed
 * @param mouthOpenness inner lip distance over mouth width
 * @param eyeOpenness eye height over eye width
 */
public record FaceFigures(Box box, float confidence, int facesInFrame, float mouthOpenness, float eyeOpenness) {

    /** Whether every figure is finite: a single one that isn't would spoil every mean it gets into. */
    public boolean areNumbers() {
        // The sum is finite only if all are; overflow of floats is beyond any picture
        double sum = (double) box.x() + box.y() + box.width() + box.height();
        return Double.isFinite(sum + confidence + mouthOpenness + eyeOpenness);
    }

    /** A rectangle in pixels of the frame. */
    public record Box(float x, float y, float width, float height) {}
}
