package dev.rapt.detector.gallery;

import dev.rapt.detector.FrameReading;
import dev.rapt.detector.PictureFindings;
import dev.rapt.detector.face.FaceTrack;
import java.time.Instant;
import java.util.Optional;

/**
 * A decoded picture of many participants. Whoever opened it closes it; one thread at a time. Boxes are in pixels of the
 * whole composite, unless it is said otherwise.
 */
public interface Composite extends AutoCloseable {

    int width();

    int height();

    /**
     * Reads a tile like a participant's own frame; nothing outside of the tile is seen.
     *
     * @param last what the participant's last tile left to remember, in pixels of the tile
     * @param closely whether a tile that seems to show nobody gets a closer look, at several times the cost
     * @return findings in pixels of the composite, and what to remember in pixels of the tile
     */
    FrameReading read(Tile tile, Instant capturedAt, Optional<FaceTrack> last, boolean closely);

    /** The faces anywhere in it that are large enough to be measured. */
    PictureFindings readAll();

    /** What it looks like, coarsely. */
    Backdrop backdrop();

    @Override
    void close();
}
