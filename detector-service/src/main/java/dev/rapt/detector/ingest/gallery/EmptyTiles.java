package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.FrameReading;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For how many composites each tile has shown nobody, so that a closer look, which costs several times an ordinary one,
 * is repeated now and then only: galleries are full of cameras that are off. For one thread at a time.
 */
final class EmptyTiles {

    private Map<String, Integer> emptyFor = Map.of();

    /** Whether the tile gets a closer look: at once when it showed somebody last or is new, then every so often. */
    boolean isDue(Tile tile, int every) {
        return emptyFor.getOrDefault(tile.participantId(), 0) % every == 0;
    }

    /** Takes in what the tiles of a layout showed, in their order. */
    void saw(Layout layout, List<FrameReading> readings) {
        Map<String, Integer> empty = new HashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            String participant = layout.tiles().get(i).participantId();
            if (readings.get(i).findings().faces().isEmpty()) {
                empty.put(participant, emptyFor.getOrDefault(participant, 0) + 1);
            }
        }
        emptyFor = empty;
    }
}
