package dev.rapt.aggregator.timeline;

import java.util.Arrays;

/**
 * Rows of integers, column by column: of each column its least value, and what each row has beyond it in as many bytes as
 * the greatest needs. A column that is the same in all rows takes none.
 */
final class PackedRows {

    private final int rows;
    private final long[] least;
    private final byte[] widths;
    private final int[] starts;
    private final byte[] bytes;

    private PackedRows(int rows, long[] least, byte[] widths, int[] starts, byte[] bytes) {
        this.rows = rows;
        this.least = least;
        this.widths = widths;
        this.starts = starts;
        this.bytes = bytes;
    }

    /** Packs rows of the same length; a row that is null has zeros only. */
    static PackedRows of(long[][] rows, int columns) {
        long[] least = new long[columns];
        byte[] widths = new byte[columns];
        int[] starts = new int[columns];
        int size = 0;
        for (int column = 0; column < columns; column++) {
            long low = Long.MAX_VALUE;
            long high = Long.MIN_VALUE;
            for (long[] row : rows) {
                long value = row == null ? 0 : row[column];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            least[column] = low;
            widths[column] = (byte) ((Long.SIZE - Long.numberOfLeadingZeros(high - low) + Byte.SIZE - 1) / Byte.SIZE);
            starts[column] = size;
            size += widths[column] * rows.length;
        }
        byte[] bytes = new byte[size];
        for (int column = 0; column < columns; column++) {
            int at = starts[column];
            for (long[] row : rows) {
                long rest = (row == null ? 0 : row[column]) - least[column];
                for (int i = 0; i < widths[column]; i++) {
                    bytes[at++] = (byte) rest;
                    rest >>>= Byte.SIZE;
                }
            }
        }
        return new PackedRows(rows.length, least, widths, starts, bytes);
    }

    long at(int row, int column) {
        int width = widths[column];
        int at = starts[column] + row * width;
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes[at + i] & 0xFF;
        }
        return least[column] + value;
    }

    /** Whether a column has nothing but zeros, so that nobody needs to look. */
    boolean isZero(int column) {
        return widths[column] == 0 && least[column] == 0;
    }

    int rows() {
        return rows;
    }

    /** How many bytes it takes, near enough. */
    int size() {
        return bytes.length + least.length * (Long.BYTES + Integer.BYTES + 1) + 96;
    }

    @Override
    public String toString() {
        return rows + " rows, widths " + Arrays.toString(widths);
    }
}
