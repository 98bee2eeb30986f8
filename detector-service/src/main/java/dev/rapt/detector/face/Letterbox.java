package dev.rapt.detector.face;

/**
 * How a region of a picture lies, whole and undistorted, in the middle of a square network input.
 *
 * @param x left edge of the region in the picture
 * @param y upper edge of the region in the picture
 * @param scale network pixels per picture pixel
 * @param padX black columns on the left of the input
 * @param padY black rows above
 * @param width of the region in network pixels
 * @param height of the region in network pixels
 */
record Letterbox(int x, int y, float scale, int padX, int padY, int width, int height) {

    static Letterbox of(Region region, int side) {
        float scale = (float) side / Math.max(region.width(), region.height());
        int width = Math.max(1, Math.min(side, Math.round(region.width() * scale)));
        int height = Math.max(1, Math.min(side, Math.round(region.height() * scale)));
        return new Letterbox(region.x(), region.y(), scale, (side - width) / 2, (side - height) / 2, width, height);
    }

    /** Where a part of the region lies in the input. */
    Region toNetwork(Region part) {
        int left = padX + Math.round((part.x() - x) * scale);
        int top = padY + Math.round((part.y() - y) * scale);
        int right = padX + Math.min(width, Math.round((part.x() + part.width() - x) * scale));
        int bottom = padY + Math.min(height, Math.round((part.y() + part.height() - y) * scale));
        return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    Point toPicture(float networkX, float networkY) {
        return new Point(x + (networkX - padX) / scale, y + (networkY - padY) / scale);
    }

    Box toPicture(float centreX, float centreY, float boxWidth, float boxHeight) {
        Point corner = toPicture(centreX - boxWidth / 2, centreY - boxHeight / 2);
        return new Box(corner.x(), corner.y(), boxWidth / scale, boxHeight / scale);
    }
}
