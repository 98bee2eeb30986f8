package dev.rapt.detector.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Writes the messages of a stream as a client does. */
public final class StreamFrames {

    private StreamFrames() {}

    public static byte[] of(String participantId, long capturedAt, OptionalLong sequence, byte[] picture) {
        byte[] id = participantId.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(21 + id.length + picture.length)
                .put((byte) 'R')
                .put((byte) 'F')
                .put((byte) 1)
                .put((byte) (sequence.isPresent() ? 1 : 0))
                .putLong(capturedAt)
                .putLong(sequence.orElse(0))
                .put((byte) id.length)
                .put(id)
                .put(picture)
                .array();
    }
}
