package dev.rapt.detector.face;

/**
 * The square, turned with the head, that the landmark model looks at: half as large again as the face's box,
 * eyes level (MediaPipe's face_landmark_front).
 *
 * @param side in pixels of the picture
 * @param angle in radians, positive where the left eye is lower than the right in the picture
 */
record FaceRoi(Point centre, float side, float angle) {
    private static final float MARGIN = 1.5f;

    static FaceRoi around(Candidate candidate) {
        Box box = candidate.box();
        Point right = candidate.rightEye();
        Point left = candidate.leftEye();
        return new FaceRoi(
                new Point(box.centreX(), box.centreY()),
                Math.max(1, MARGIN * Math.max(box.width(), box.height())),
                (float) Math.atan2(left.y() - right.y(), left.x() - right.x()));
    }

    /** A point given in shares of the side, from the upper left of the turned square. */
    Point toPicture(float u, float v) {
        double x = (u - 0.5) * side;
        double y = (v - 0.5) * side;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point((float) (centre.x() + cos * x - sin * y), (float) (centre.y() + sin * x + cos * y));
    }

    /** Rows of the affine matrix from an input of that side to the picture, in OpenCV's convention of whole-numbered pixel centres. */
    double[] inputToPicture(int inputSide) {
        double scale = side / inputSide;
        double cos = Math.cos(angle) * scale;
        double sin = Math.sin(angle) * scale;
        double half = (inputSide - 1) / 2.0;
        return new double[] {
            cos, -sin, centre.x() - 0.5 - cos * half + sin * half, sin, cos, centre.y() - 0.5 - sin * half - cos * half
        };
    }
}
