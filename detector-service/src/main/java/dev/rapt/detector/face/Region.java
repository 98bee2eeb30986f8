package dev.rapt.detector.face;

/** A part of a picture in whole pixels. It may reach beyond the picture, where there is black to be seen. */
record Region(int x, int y, int width, int height) {

    Region {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a region has sides");
        }
    }

    static Region whole(int width, int height) {
        return new Region(0, 0, width, height);
    }

    /** The picture in the middle of a black margin, so that a face that fills it looks like one further away. */
    static Region withMargin(int width, int height) {
        return withMargin(width, height, Math.max(width, height) / 3);
    }

    /** The same with a margin of half the size. */
    static Region withSmallMargin(int width, int height) {
        return withMargin(width, height, Math.max(width, height) / 6);
    }

    private static Region withMargin(int width, int height, int margin) {
        return new Region(-margin, -margin, width + 2 * margin, height + 2 * margin);
    }

    /** What of the region lies inside a picture; the two must share a pixel. */
    Region inside(int pictureWidth, int pictureHeight) {
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        return new Region(
                left, top, Math.min(pictureWidth, x + width) - left, Math.min(pictureHeight, y + height) - top);
    }
}
