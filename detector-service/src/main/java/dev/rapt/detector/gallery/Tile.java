package dev.rapt.detector.gallery;

import java.util.Objects;

/**
 * The rectangle of a composite that shows one participant, in whole pixels of the composite as displayed.
 *
 * @param participantId by the sender's naming, its form not judged here
 * @param x left edge
 * @param y upper edge
 */
public record Tile(String participantId, int x, int y, int width, int height) {

    public Tile {
        Objects.requireNonNull(participantId);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a tile has sides of at least a pixel");
        }
    }

    /** Whether it lies wholly in a picture of these sides. */
    public boolean within(int pictureWidth, int pictureHeight) {
        // Subtracted, because sums of what callers send may overflow
        return x >= 0 && y >= 0 && width <= pictureWidth - x && height <= pictureHeight - y;
    }
}
