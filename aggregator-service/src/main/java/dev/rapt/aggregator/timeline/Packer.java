package dev.rapt.aggregator.timeline;

import java.io.ByteArrayOutputStream;

/** Writes numbers of zero or more in as few bytes as they need: seven bits a byte, low ones first. */
final class Packer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    Packer octet(int value) {
        bytes.write(value);
        return this;
    }

    Packer number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("Only numbers of zero or more are packed, not " + value);
        }
        long rest = value;
        while (rest > 0x7F) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    /** A number that may be below zero: 0, -1, 1, -2 become 0, 1, 2, 3, so that small ones stay short. */
    Packer signed(long value) {
        if (value < -(1L << 61) || value >= 1L << 61) {
            throw new IllegalArgumentException("A signed number has 62 bits at most, not " + value);
        }
        return number(value << 1 ^ value >> Long.SIZE - 1);
    }

    Packer twoBytes(int value) {
        bytes.write(value >>> 8);
        bytes.write(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
