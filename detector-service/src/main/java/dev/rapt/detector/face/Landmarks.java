package dev.rapt.detector.face;

import java.util.stream.IntStream;

/**
 * The 468 points of MediaPipe's face mesh, in pixels of the picture as displayed. "Right" and "left" are the
 * person's own. The array is shared, not copied; nobody writes to it.
 *
 * @param xy 468 × (x, y)
 */
public record Landmarks(float[] xy) {
    public static final int COUNT = 468;

    /** Of the outline above the ears, and the tip and the foot of the nose: what keeps its place when the mouth opens. */
    private static final int[] UPPER = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 109, 67, 103, 54, 21, 162, 127, 234, 4, 2
    };

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
        return hull(IntStream.range(0, COUNT));
    }

    /** The same around the upper half of the face, which has the same size whether the mouth is open or not. */
    public Box upperHull() {
        return hull(IntStream.of(UPPER));
    }

    private Box hull(IntStream indices) {
        float[] edges = {
            Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY
        };
        indices.map(index -> 2 * index).forEach(i -> {
            edges[0] = Math.min(edges[0], xy[i]);
            edges[1] = Math.min(edges[1], xy[i + 1]);
            edges[2] = Math.max(edges[2], xy[i]);
            edges[3] = Math.max(edges[3], xy[i + 1]);
        });
        return new Box(edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]);
    }
}
