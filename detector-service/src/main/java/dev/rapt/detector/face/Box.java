package dev.rapt.detector.face;

/**
 * A rectangle in pixels of the picture as displayed; it may reach beyond the picture's edges.
 *
 * @param x left edge
 * @param y upper edge
 */
public record Box(float x, float y, float width, float height) {

    public Box {
        if (!Float.isFinite(x)
                || !Float.isFinite(y)
                || !(width >= 0)
                || !(height >= 0)
                || width == Float.POSITIVE_INFINITY
                || height == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a box needs finite edges and sides of at least 0");
        }
    }

    public float centreX() {
        return x + width / 2;
    }

    public float centreY() {
        return y + height / 2;
    }

    float longSide() {
        return Math.max(width, height);
    }

    public float area() {
        return width * height;
    }

    /** The same rectangle elsewhere. */
    public Box movedBy(float right, float down) {
        return new Box(x + right, y + down, width, height);
    }

    /** Intersection over union, in [0, 1]; 0 when both are empty. */
    public float overlap(Box other) {
        float shared = shared(other);
        return shared > 0 ? shared / (area() + other.area() - shared) : 0;
    }

    /** The area that lies in both. */
    float shared(Box other) {
        float across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        float down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return across > 0 && down > 0 ? across * down : 0;
    }
}
