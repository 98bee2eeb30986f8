package dev.rapt.audit;

import java.util.Objects;

/**
 * The log up to an offset, in 32 bytes: {@code hash(n) = SHA-256(hash(n - 1) ‖ SHA-256(value(n)))}, with zeros before the
 * first. Two logs with the same head hold the same values in the same order. Written {@code OFFSET:HASH}.
 *
 * @param offset of the newest record in it; -1 when there is none
 */
public record LogHead(long offset, Hash hash) {

    /** Of a log without a record. */
    public static final LogHead EMPTY = new LogHead(-1, Hash.ZERO);

    public LogHead {
        Objects.requireNonNull(hash, "hash");
        if (offset < -1) {
            throw new IllegalArgumentException("An offset is -1 or more, not " + offset);
        }
    }

    /** The head with one record more. */
    public LogHead with(byte[] value) {
        return withHashed(Hash.over(value));
    }

    LogHead withHashed(Hash value) {
        return new LogHead(offset + 1, Hash.over(hash.bytes(), value.bytes()));
    }

    /**
     * As {@link #toString} writes it.
     *
     * @throws IllegalArgumentException if it isn't
     */
    public static LogHead parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("A head is OFFSET:HASH, not " + text);
        }
        return new LogHead(Long.parseLong(text.substring(0, colon)), Hash.of(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return offset + ":" + hash;
    }
}
