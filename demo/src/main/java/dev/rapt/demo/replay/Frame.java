package dev.rapt.demo.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    private static final byte VERSION = 1;
    private static final byte HAS_SEQUENCE = 1;
    private static final int FIXED_HEADER = 21;
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

    /** The frame as a message of the stream, as docs/api.md lays it out: big-endian header, id, picture. */
    ByteBuffer message() {
        byte[] id = participantId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(FIXED_HEADER + id.length + picture.length)
                .put((byte) 'R')
                .put((byte) 'F')
                .put(VERSION)
                .put(HAS_SEQUENCE)
                .putLong(capturedAtMs)
                .putLong(sequence)
                .put((byte) id.length)
                .put(id)
                .put(picture)
                .flip();
    }
}
