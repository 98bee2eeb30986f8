package dev.rapt.detector.live;

import java.time.Duration;

/**
 * How much is kept of what is on screen.
 *
 * @param expiry how long a picture is kept after it came
 * @param maxPictures pictures kept in the process, those of people without a face counted too
 * @param maxBytes bytes of encoded pictures kept in the process; the one that came first goes first
 * @param maxTiles participants shown side by side
 * @param labelAge how far apart the capture of the picture and that of the frame that a label is of may be
 */
public record LiveLimits(Duration expiry, int maxPictures, long maxBytes, int maxTiles, Duration labelAge) {

    public LiveLimits {
        if (expiry.isNegative() || expiry.isZero() || labelAge.isNegative()) {
            throw new IllegalArgumentException("the live picture's times are positive");
        }
        if (maxPictures < 1 || maxBytes < 1 || maxTiles < 1) {
            throw new IllegalArgumentException("the live picture's limits are at least 1");
        }
    }
}
