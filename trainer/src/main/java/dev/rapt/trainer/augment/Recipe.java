package dev.rapt.trainer.augment;

import java.util.Locale;

/**
 * How far a training picture may be changed.
 *
 * @param flip chance of a mirror image
 * @param rotation largest turn either way, in degrees
 * @param scale largest change of size either way, as a share
 * @param shift largest shift either way in both directions, in pixels
 * @param contrast largest change of contrast either way, as a share
 * @param brightness largest change of brightness either way, in grey levels
 * @param erasing chance that a rectangle is blotted out
 * @param erasedArea largest share of the picture that is blotted out; the smallest is 2 %
 */
public record Recipe(
        double flip,
        double rotation,
        double scale,
        double shift,
        double contrast,
        double brightness,
        double erasing,
        double erasedArea) {

    /** What works for faces of 48×48 pixels. */
    public static Recipe standard() {
        return new Recipe(0.5, 15, 0.12, 4, 0.25, 32, 0.3, 0.14);
    }

    /** Milder, for short runs, in which a small network doesn't get as far as learning by heart. */
    public static Recipe gentle() {
        return new Recipe(0.5, 10, 0.1, 3, 0.2, 20, 0.1, 0.1);
    }

    /** Leaves pictures as they are. */
    public static Recipe none() {
        return new Recipe(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The recipe in a sentence. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "mirrored %.0f %%, turned ±%.0f°, scaled ±%.0f %%, shifted ±%.0f px, contrast ±%.0f %%,"
                        + " brightness ±%.0f levels, a rectangle of 2–%.0f %% blotted out in %.0f %%",
                100 * flip,
                rotation,
                100 * scale,
                shift,
                100 * contrast,
                brightness,
                100 * erasedArea,
                100 * erasing);
    }
}
