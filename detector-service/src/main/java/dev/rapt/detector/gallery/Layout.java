package dev.rapt.detector.gallery;

import java.util.List;

/** Who is shown where in a composite: at least one tile, each of another participant. Tiles may overlap. */
public record Layout(List<Tile> tiles) {

    public Layout {
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("a layout has a tile at least");
        }
        if (tiles.stream().map(Tile::participantId).distinct().count() < tiles.size()) {
            throw new IllegalArgumentException("a participant has one tile");
        }
    }
}
