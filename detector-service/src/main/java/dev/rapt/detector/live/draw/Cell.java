package dev.rapt.detector.live.draw;

import java.util.ArrayList;
import java.util.List;

/** A rectangle in pixels of the picture that is drawn. */
record Cell(int x, int y, int width, int height) {

    private static final double PROPORTION = 16.0 / 9;

    /** So many equal cells of 16:9 in an area, as large as they can be, centred, the last row too. */
    static List<Cell> grid(int count, int width, int height, int gap) {
        int columns = 1;
        double best = 0;
        for (int candidate = 1; candidate <= count; candidate++) {
            double wide = cellWidth(count, candidate, width, height, gap);
            if (wide > best) {
                best = wide;
                columns = candidate;
            }
        }
        return placed(count, columns, (int) best, width, height, gap);
    }

    private static double cellWidth(int count, int columns, int width, int height, int gap) {
        int rows = (count + columns - 1) / columns;
        double across = (double) (width - gap * (columns + 1)) / columns;
        double down = (double) (height - gap * (rows + 1)) / rows;
        return Math.min(across, down * PROPORTION);
    }

    private static List<Cell> placed(int count, int columns, int wide, int width, int height, int gap) {
        int rows = (count + columns - 1) / columns;
        int high = (int) (wide / PROPORTION);
        int top = (height - rows * high - (rows - 1) * gap) / 2;
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int inRow = Math.min(columns, count - row * columns);
            int left = (width - inRow * wide - (inRow - 1) * gap) / 2;
            cells.add(new Cell(left + i % columns * (wide + gap), top + row * (high + gap), wide, high));
        }
        return cells;
    }
}
