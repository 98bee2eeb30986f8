package dev.rapt.detector.face;

/**
 * The 468 points of MediaPipe's face mesh, in pixels of the picture as displayed. "Right" and "left" are the
 * person's own. The array is shared, not copied; nobody writes to it.
 *
 * @param xy 468 × (x, y)
 */
public record Landmarks(float[] xy) {
    public static final int COUNT = 468;

    public Landmarks {
        if (xy.length != 2 * COUNT) {
            throw new IllegalArgumentException("a face has 468 landmarks");
        }
        for (float value : xy) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("landmarks are finite");
            }
        }
    }

    /** The same points elsewhere. */
    public Landmarks movedBy(float right, float down) {
        float[] moved = new float[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            moved[i] = xy[i] + right;
            moved[i + 1] = xy[i + 1] + down;
        }
        return new Landmarks(moved);
    }

    /** The point of this index in MediaPipe's canonical face. */
    public Point at(int index) {
        return new Point(xy[2 * index], xy[2 * index + 1]);
    }

    /** Middle between the corners of the right eye. */
    public Point rightEye() {
        return at(33).middle(at(133));
    }

    /** Middle between the corners of the left eye. */
    public Point leftEye() {
        return at(362).middle(at(263));
    }

    /** Middle between the inner corners of the mouth, which hardly moves when the mouth opens. */
    public Point mouth() {
        return at(78).middle(at(308));
    }

    /** The smallest upright rectangle around all points. */
    public Box hull() {
        float left = Float.POSITIVE_INFINITY;
        float top = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float bottom = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < xy.length; i += 2) {
            left = Math.min(left, xy[i]);
            right = Math.max(right, xy[i]);
            top = Math.min(top, xy[i + 1]);
            bottom = Math.max(bottom, xy[i + 1]);
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
