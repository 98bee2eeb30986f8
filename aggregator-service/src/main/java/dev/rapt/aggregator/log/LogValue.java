package dev.rapt.aggregator.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What is stored of an event besides its key. As bytes: the version, 1; when its first record arrived, eight bytes; one byte, 1
 * when silence is reported; and the name in UTF-8.
 *
 * @param arrivedAt when its first record arrived, by the broker's clock
 */
public record LogValue(Instant arrivedAt, boolean silenceIsReported, String name) {

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Long.BYTES + 1;

    /** What is stored of this event. */
    public static LogValue of(LogEvent event, Instant arrivedAt) {
        return new LogValue(arrivedAt, event.silenceIsReported(), event.name());
    }

    /**
     * What stands of two that claim the same key: the greater one, so that the order of arrival never shows; the arrival
     * is the earlier one's.
     */
    public LogValue and(LogValue later) {
        boolean keeps = name.compareTo(later.name) > 0
                || name.equals(later.name) && (silenceIsReported || !later.silenceIsReported);
        return keeps ? this : new LogValue(arrivedAt, later.silenceIsReported, later.name);
    }

    /** As bytes. */
    public byte[] encode() {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + text.length)
                .put(VERSION)
                .putLong(arrivedAt.toEpochMilli())
                .put((byte) (silenceIsReported ? 1 : 0))
                .put(text)
                .array();
    }

    /** The value of these bytes; throws IllegalArgumentException when they are none. */
    public static LogValue decode(byte[] bytes) {
        if (bytes.length < HEAD || bytes[0] != VERSION) {
            throw new IllegalArgumentException("Not an event of version " + VERSION + ": " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        Instant arrivedAt = Instant.ofEpochMilli(buffer.getLong());
        boolean silence = buffer.get() == 1;
        return new LogValue(
                arrivedAt, silence, StandardCharsets.UTF_8.decode(buffer).toString());
    }
}
