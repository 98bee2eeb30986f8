package dev.rapt.detector.face;

/** Where MediaPipe's detectors have their anchors: one or more of size 1 in every cell of one or more square grids, rows first. */
enum AnchorLayout {
    /** face_detection_full_range: faces near and far. */
    FULL_RANGE(192, new int[][] {{48, 1}}),
    /** face_detection_short_range: faces that fill a good part of the input. */
    SHORT_RANGE(128, new int[][] {{16, 2}, {8, 6}});

    private final int inputSide;
    private final float[] x;
    private final float[] y;

    /** @param grids of each its side in cells and the number of anchors in a cell */
    AnchorLayout(int inputSide, int[][] grids) {
        this.inputSide = inputSide;
        int count = 0;
        for (int[] grid : grids) {
            count += grid[0] * grid[0] * grid[1];
        }
        x = new float[count];
        y = new float[count];
        int anchor = 0;
        for (int[] grid : grids) {
            for (int i = 0; i < grid[0] * grid[0] * grid[1]; i++, anchor++) {
                int cell = i / grid[1];
                x[anchor] = (cell % grid[0] + 0.5f) / grid[0] * inputSide;
                y[anchor] = (cell / grid[0] + 0.5f) / grid[0] * inputSide;
            }
        }
    }

    /** Side of the network's input in pixels. */
    int inputSide() {
        return inputSide;
    }

    int count() {
        return x.length;
    }

    /** Of the anchor's centre, in pixels of the input. */
    float x(int anchor) {
        return x[anchor];
    }

    /** Of the anchor's centre, in pixels of the input. */
    float y(int anchor) {
        return y[anchor];
    }
}
