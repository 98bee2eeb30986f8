package dev.rapt.detector.gallery;

import dev.rapt.detector.face.Box;

/**
 * A composite, small and coarse: enough to tell whether what surrounds a face is still the same place. It is kept by
 * nobody; of it, only {@link Surroundings} are, in memory and as long as somebody is followed. The array is shared, not copied.
 *
 * @param pictureWidth of the composite in pixels, which boxes refer to
 * @param width of the small picture
 * @param pixels blue, green, red, rows from the top
 */
public record Backdrop(int pictureWidth, int pictureHeight, int width, int height, byte[] pixels) {

    public Backdrop {
        if (pictureWidth < 1 || pictureHeight < 1 || width < 1 || height < 1 || pixels.length != 3 * width * height) {
            throw new IllegalArgumentException("a backdrop has pixels of three bytes");
        }
    }

    /** A composite of one colour, where what it looks like doesn't matter. */
    public static Backdrop plain(int pictureWidth, int pictureHeight) {
        return new Backdrop(pictureWidth, pictureHeight, 1, 1, new byte[3]);
    }

    /** What lies around a face, without the face. */
    public Surroundings around(Box face) {
        byte[] samples = new byte[3 * Surroundings.COUNT];
        boolean[] known = new boolean[Surroundings.COUNT];
        for (int i = 0; i < Surroundings.COUNT; i++) {
            int x = (int) Math.floor(Surroundings.x(face, i) * width / pictureWidth);
            int y = (int) Math.floor(Surroundings.y(face, i) * height / pictureHeight);
            known[i] = Surroundings.outside(i) && x >= 0 && x < width && y >= 0 && y < height;
            if (known[i]) {
                System.arraycopy(pixels, 3 * (y * width + x), samples, 3 * i, 3);
            }
        }
        return new Surroundings(samples, known);
    }

    /** Mean luminance around a face by ITU-R BT.601, 0 (black) to 255. */
    public double luminanceAround(Box face) {
        return around(face).luminance();
    }
}
