package dev.rapt.detector.face;

/** A point in pixels; the centre of the upper left pixel is at (.5, .5). */
public record Point(float x, float y) {

    public Point {
        if (!Float.isFinite(x) || !Float.isFinite(y)) {
            throw new IllegalArgumentException("a point is finite");
        }
    }

    public float distance(Point other) {
        return (float) Math.hypot(x - other.x, y - other.y);
    }

    public Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
