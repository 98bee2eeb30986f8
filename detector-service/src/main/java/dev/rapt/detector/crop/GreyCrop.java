package dev.rapt.detector.crop;

/**
 * A grey picture of one face: eyes level, FER2013's framing, rows from the top, one byte a pixel.
 * The array is shared, not copied, because crops are handed on once; nobody writes to it.
 */
public record GreyCrop(int width, int height, byte[] pixels) {

    public GreyCrop {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException("a crop needs width times height pixels");
        }
    }

    /** Sides only: a crop's content never gets into a log by accident. */
    @Override
    public String toString() {
        return "GreyCrop[" + width + "×" + height + "]";
    }
}
