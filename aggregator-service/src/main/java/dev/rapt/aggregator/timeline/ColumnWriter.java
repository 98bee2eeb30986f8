package dev.rapt.aggregator.timeline;

import java.util.Arrays;

/**
 * Writes columns of integers in few bytes. A column is cut into groups of 64 values. A value is told as its difference
 * from {@code rate · count}, where a count is given for each value and the group has one rate, and from the group's
 * smallest such difference, in as many bits as the group's largest needs: none when all are alike. A column of zeros
 * takes one byte. Exact for any integers; of 57 bits and more they take eight bytes.
 */
final class ColumnWriter {

    static final int GROUP = 64;
    /** In place of a width: the whole column is zero. */
    static final int ZEROS = 0xFF;
    /** The widest that a reader finds within eight bytes, wherever it begins. */
    static final int WIDEST_PACKED = 56;

    private static final int BYTE_BITS = 8;

    private byte[] bytes = new byte[1 << 14];
    private int size;
    private long pending;
    private int pendingBits;

    ColumnWriter octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /** Seven bits a byte, low ones first, as if it had no sign. */
    ColumnWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    private void signed(long value) {
        number(value << 1 ^ value >> Long.SIZE - 1);
    }

    /** A column whose values have nothing to do with any count. */
    ColumnWriter column(long[] values, int size) {
        return column(values, null, size);
    }

    /** A column of sums: counts say over how many each was taken. */
    ColumnWriter column(long[] values, long[] counts, int size) {
        if (size == 0) {
            return this;
        }
        if (isZero(values, size)) {
            return octet(ZEROS);
        }
        for (int from = 0; from < size; from += GROUP) {
            group(values, counts, from, Math.min(size, from + GROUP));
        }
        return this;
    }

    private void group(long[] values, long[] counts, int from, int to) {
        long rate = counts == null ? 0 : rate(values, counts, from, to);
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            long rest = rest(values, counts, rate, i);
            least = Math.min(least, rest);
            most = Math.max(most, rest);
        }
        int width = Long.SIZE - Long.numberOfLeadingZeros(most - least);
        octet(width > WIDEST_PACKED ? Long.SIZE : width);
        signed(rate);
        signed(least);
        for (int i = from; i < to; i++) {
            long rest = rest(values, counts, rate, i) - least;
            if (width > WIDEST_PACKED) {
                bits(rest & 0xFFFFFFFFL, Integer.SIZE);
                bits(rest >>> Integer.SIZE, Integer.SIZE);
            } else {
                bits(rest, width);
            }
        }
        flush();
    }

    private static long rest(long[] values, long[] counts, long rate, int at) {
        return rate == 0 ? values[at] : values[at] - rate * counts[at];
    }

    /** Worth its byte only where the counts differ. */
    private static long rate(long[] values, long[] counts, int from, int to) {
        long total = 0;
        long count = 0;
        boolean differ = false;
        for (int i = from; i < to; i++) {
            total += values[i];
            count += counts[i];
            differ |= counts[i] != counts[from];
        }
        return differ ? total / count : 0;
    }

    private void bits(long value, int width) {
        pending |= value << pendingBits;
        pendingBits += width;
        while (pendingBits >= BYTE_BITS) {
            octet((int) pending);
            pending >>>= BYTE_BITS;
            pendingBits -= BYTE_BITS;
        }
    }

    private void flush() {
        if (pendingBits > 0) {
            octet((int) pending);
        }
        pending = 0;
        pendingBits = 0;
    }

    private static boolean isZero(long[] values, int size) {
        for (int i = 0; i < size; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
