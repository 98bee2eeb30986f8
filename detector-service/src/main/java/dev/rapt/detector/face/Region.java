package dev.rapt.detector.face;

/** A part of a picture, in whole pixels and inside of it. */
record Region(int x, int y, int width, int height) {

    Region {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("a region lies inside its picture");
        }
    }
}
