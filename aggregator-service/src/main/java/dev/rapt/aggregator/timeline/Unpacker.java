package dev.rapt.aggregator.timeline;

/** Reads what {@link Packer} wrote; anything else is an {@link IllegalArgumentException}. */
final class Unpacker {

    private final byte[] bytes;
    private int next;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        if (next >= bytes.length) {
            throw new IllegalArgumentException("The bytes end too early, after " + bytes.length);
        }
        return bytes[next++] & 0xFF;
    }

    /** The version, one of those from 1 to this. */
    int version(int latest) {
        int version = octet();
        if (version < 1 || version > latest) {
            throw new IllegalArgumentException("Version " + version + " is unknown, the latest is " + latest);
        }
        return version;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number of more than 63 bits");
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    int twoBytes() {
        return octet() << 8 | octet();
    }

    void end() {
        if (next != bytes.length) {
            throw new IllegalArgumentException((bytes.length - next) + " bytes too many");
        }
    }
}
