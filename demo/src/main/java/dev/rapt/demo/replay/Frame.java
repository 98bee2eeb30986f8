package dev.rapt.demo.replay;

import java.util.Objects;

/**
 * One picture of one participant.
 *
 * @param participantId 1 to 128 ASCII characters
 * @param capturedAtMs when it was taken, in milliseconds since the epoch; with the participant the frame's identity
 * @param sequence its number, diagnostic
 * @param picture JPEG or PNG; not copied, never changed
 */
record Frame(String participantId, long capturedAtMs, long sequence, byte[] picture) {

    private static final int LONGEST_ID = 128;

    Frame {
        Objects.requireNonNull(picture);
        if (participantId.isEmpty() || participantId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("An id has 1 to 128 characters, not " + participantId.length());
        }
    }

    FrameKey key() {
        return new FrameKey(participantId, capturedAtMs);
    }
}
