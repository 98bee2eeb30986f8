package dev.rapt.aggregator.timeline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what {@link ColumnWriter} wrote; anything else is an {@link IllegalArgumentException}. */
final class ColumnReader {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int size;
    private int next;

    /** Copies the bytes with room behind them, so that eight can be read wherever a value begins. */
    ColumnReader(byte[] bytes) {
        this.bytes = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
        this.size = bytes.length;
    }

    int octet() {
        if (next >= size) {
            throw new IllegalArgumentException("The bytes end too early, after " + size);
        }
        return bytes[next++] & 0xFF;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number of more than 64 bits");
    }

    private long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** Reads so many values to the beginning of the array; false when all are zero. */
    boolean column(long[] values, int count) {
        return column(values, null, count);
    }

    /**
     * Reads so many sums to the beginning of the array; false when all are zero.
     *
     * @param counts those they were written with
     */
    boolean column(long[] values, long[] counts, int count) {
        int from = 0;
        while (from < count) {
            int width = octet();
            if (width == ColumnWriter.ZEROS && from == 0) {
                Arrays.fill(values, 0, count, 0);
                return false;
            }
            int to = Math.min(count, from + ColumnWriter.GROUP);
            group(values, counts, width, from, to);
            from = to;
        }
        return count > 0;
    }

    private void group(long[] values, long[] counts, int width, int from, int to) {
        long rate = signed();
        long least = signed();
        if (width == 0) {
            Arrays.fill(values, from, to, least);
        } else if (width <= ColumnWriter.WIDEST_PACKED) {
            packed(values, width, least, from, to);
        } else if (width == Long.SIZE) {
            whole(values, least, from, to);
        } else {
            throw new IllegalArgumentException("No column is " + width + " bits wide");
        }
        if (rate != 0 && counts != null) {
            for (int i = from; i < to; i++) {
                values[i] += rate * counts[i];
            }
        }
    }

    private void packed(long[] values, int width, long least, int from, int to) {
        long mask = -1L >>> Long.SIZE - width;
        int bit = next * Byte.SIZE;
        skip(((to - from) * width + Byte.SIZE - 1) / Byte.SIZE);
        for (int i = from; i < to; i++) {
            values[i] = ((long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7) & mask) + least;
            bit += width;
        }
    }

    private void whole(long[] values, long least, int from, int to) {
        int at = next;
        skip((to - from) * Long.BYTES);
        for (int i = from; i < to; i++) {
            values[i] = (long) LONGS.get(bytes, at) + least;
            at += Long.BYTES;
        }
    }

    private void skip(int count) {
        if (count > size - next) {
            throw new IllegalArgumentException("The bytes end too early, after " + size);
        }
        next += count;
    }

    void end() {
        if (next != size) {
            throw new IllegalArgumentException((size - next) + " bytes too many");
        }
    }
}
