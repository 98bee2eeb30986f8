package dev.rapt.detector.ingest.stream;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * One binary message of a stream. Big-endian:
 *
 * <pre>
 *  0  2  magic 0x52 0x46 ("RF")
 *  2  1  version 1
 *  3  1  flags: bit 0 = sequence present, the others 0
 *  4  8  captured_at, milliseconds since the epoch
 * 12  8  sequence, 0 when its flag is clear
 * 20  1  n, length of the participant's id in bytes, 1 to 128
 * 21  n  participant's id, ASCII
 * 21+n   the JPEG or PNG, to the end
 * </pre>
 *
 * @param participantId as sent, its characters not yet judged
 */
record StreamFrame(String participantId, long capturedAt, OptionalLong sequence, byte[] picture) {

    static final int FIXED = 21;
    static final int MAX_HEADER = FIXED + 128;

    private static final int MAGIC = 0x5246;
    private static final int VERSION = 1;
    private static final int SEQUENCE_PRESENT = 1;

    /** Reads a message; the picture is copied out of it. Refuses what isn't of this form as a bad frame header. */
    static StreamFrame read(byte[] message) throws RefusedException {
        return read(message, 1, 128);
    }

    /** Reads a message of a gallery: the same form, with a participant's id of 0 bytes. */
    static StreamFrame readComposite(byte[] message) throws RefusedException {
        return read(message, 0, 0);
    }

    private static StreamFrame read(byte[] message, int shortestId, int longestId) throws RefusedException {
        require(
                message.length >= FIXED,
                "A frame's header has at least " + FIXED + " bytes, this message has " + message.length + ".");
        ByteBuffer in = ByteBuffer.wrap(message);
        require((in.getShort() & 0xffff) == MAGIC, "A frame begins with the bytes 0x52 0x46.");
        int version = in.get() & 0xff;
        require(version == VERSION, "Version " + version + " of the header isn't known; send version 1.");
        int flags = in.get() & 0xff;
        require((flags & ~SEQUENCE_PRESENT) == 0, "Flags other than bit 0 must be clear.");
        long capturedAt = in.getLong();
        long sequence = in.getLong();
        int idLength = in.get() & 0xff;
        require(
                idLength >= shortestId && idLength <= longestId,
                "The participant's id has " + shortestId + " to " + longestId + " bytes here, not " + idLength + ".");
        require(in.remaining() >= idLength, "The message ends within the participant's id.");
        byte[] id = new byte[idLength];
        in.get(id);
        byte[] picture = new byte[in.remaining()];
        in.get(picture);
        return new StreamFrame(
                new String(id, StandardCharsets.ISO_8859_1),
                capturedAt,
                (flags & SEQUENCE_PRESENT) == 0 ? OptionalLong.empty() : OptionalLong.of(sequence),
                picture);
    }

    /** Which frame it is. */
    StreamMessage.FrameName name() {
        return new StreamMessage.FrameName(participantId, capturedAt, sequence);
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        if (!holds) {
            throw new RefusedException(RefusalReason.BAD_FRAME_HEADER, detail);
        }
    }
}
