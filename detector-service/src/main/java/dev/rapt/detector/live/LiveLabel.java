package dev.rapt.detector.live;

import java.util.Objects;

/**
 * What a participant's face shows, by estimate.
 *
 * @param capturedAt of the frame that it was estimated of, in milliseconds since the epoch
 * @param text as it is to be read
 */
record LiveLabel(long capturedAt, String text) {
    LiveLabel {
        Objects.requireNonNull(text);
    }
}
