package dev.rapt.detector.face;

import java.util.ArrayList;
import java.util.List;

/**
 * Square tiles over a picture whose layout is unknown: one grid of the picture's short side, one of half of
 * it, neighbours sharing at least a fifth, so that faces near and far fill enough of some tile. The whole picture
 * comes too.
 */
final class Tiles {
    private static final double SHARED = 0.2;
    /** Below this side a tile holds less than the network's input does, and there is nothing to gain. */
    private static final int LEAST_SIDE = 96;
    /** Bounds the time a picture of extreme shape may cost. */
    private static final int MOST = 128;

    private Tiles() {}

    static List<Region> over(int width, int height) {
        int side = Math.min(width, height);
        List<Region> tiles = new ArrayList<>(grid(width, height, side));
        if (width != height) {
            tiles.add(Region.whole(width, height));
        }
        List<Region> fine = side / 2 >= LEAST_SIDE ? grid(width, height, side / 2) : List.of();
        if (tiles.size() + fine.size() <= MOST) {
            tiles.addAll(fine);
        }
        return tiles.size() <= MOST ? tiles : List.of(Region.whole(width, height));
    }

    /** A grid of a third of the short side, for galleries of many; empty when there is nothing to gain, or too much to do. */
    static List<Region> fine(int width, int height) {
        int side = Math.min(width, height) / 3;
        List<Region> tiles = side >= LEAST_SIDE ? grid(width, height, side) : List.of();
        return tiles.size() <= MOST ? tiles : List.of();
    }

    /** Squares of the short side that cover an oblong picture; empty for a square one. */
    static List<Region> squares(int width, int height) {
        List<Region> tiles = width == height ? List.of() : grid(width, height, Math.min(width, height));
        return tiles.size() <= MOST ? tiles : List.of();
    }

    private static List<Region> grid(int width, int height, int side) {
        List<Region> tiles = new ArrayList<>();
        for (int y : starts(height, side)) {
            for (int x : starts(width, side)) {
                tiles.add(new Region(x, y, side, side));
            }
        }
        return tiles;
    }

    /** Evenly spread, the first at 0 and the last at the far edge. */
    private static int[] starts(int length, int side) {
        int count = (int) Math.ceil((length - side) / (side * (1 - SHARED))) + 1;
        int[] starts = new int[count];
        for (int i = 1; i < count; i++) {
            starts[i] = (int) ((long) (length - side) * i / (count - 1));
        }
        return starts;
    }
}
