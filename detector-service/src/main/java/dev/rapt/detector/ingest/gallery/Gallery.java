package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.FrameReading;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.gallery.GalleryTracker;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What is known from one composite of a gallery to the next: the anonymous participants of those without a layout, and the
 * places of faces in the tiles of those with one. Its composites are worked on one after another.
 */
public final class Gallery {

    private final String meetingId;
    private final Turns.Lane lane;
    private final GalleryTracker tracker;
    private final Skips skips = new Skips();
    private final EmptyTiles emptyTiles = new EmptyTiles();
    private volatile Map<String, FaceTrack> lastFaces = Map.of();
    private OptionalInt epoch = OptionalInt.empty();

    Gallery(String meetingId, Turns.Lane lane, Duration gap) {
        this.meetingId = meetingId;
        this.lane = lane;
        this.tracker = new GalleryTracker(gap);
    }

    String meetingId() {
        return meetingId;
    }

    Turns.Lane lane() {
        return lane;
    }

    Skips skips() {
        return skips;
    }

    EmptyTiles emptyTiles() {
        return emptyTiles;
    }

    GalleryTracker tracker() {
        return tracker;
    }

    /** Which beginning of names this is; empty when it isn't known yet. */
    OptionalInt epoch() {
        return epoch;
    }

    void begin(OptionalInt newEpoch) {
        epoch = newEpoch;
    }

    /** Where the participant's face was last, in pixels of the tile; unknown when the tile has another size now. */
    Optional<FaceTrack> lastFace(Tile tile) {
        return Optional.ofNullable(lastFaces.get(tile.participantId()))
                .filter(last -> last.width() == tile.width() && last.height() == tile.height());
    }

    /** Forgets where the faces of these participants were; any thread may say so. */
    void forget(Predicate<String> whom) {
        Map<String, FaceTrack> left = new HashMap<>(lastFaces);
        left.keySet().removeIf(whom);
        lastFaces = left;
    }

    /** Takes in what the tiles of a layout showed, in their order. */
    void saw(Layout layout, List<FrameReading> readings) {
        Map<String, FaceTrack> faces = new HashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            Tile tile = layout.tiles().get(i);
            readings.get(i)
                    .track()
                    .or(() -> lastFace(tile).map(FaceTrack::lost))
                    .ifPresent(face -> faces.put(tile.participantId(), face));
        }
        lastFaces = faces;
        emptyTiles.saw(layout, readings);
    }
}
