package dev.rapt.detector.live;

import java.util.Objects;

/**
 * What is kept of a participant's last frame.
 *
 * @param capturedAt by the sender's clock, in milliseconds since the epoch
 * @param arrivedAt by this process's clock, in milliseconds since the epoch
 */
record Kept(long capturedAt, long arrivedAt, Shown shown) {
    Kept {
        Objects.requireNonNull(shown);
    }
}
