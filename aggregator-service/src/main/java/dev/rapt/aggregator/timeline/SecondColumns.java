package dev.rapt.aggregator.timeline;

import java.util.List;

/**
 * The sums of seconds as columns: seen, the seven absences, skipped, the four counts of seconds (zero in a slot),
 * measured frames without a pose, and without a quality; the frames with an expression are what is left of a second's
 * frames. Then, only of seconds that have the measure: seven of the eight labels and what the eighth differs from the
 * rest, six of the seven expressions and by how much all seven differ from one a frame, three figures, three angles,
 * three traits; sums against their counts.
 */
final class SecondColumns {

    private static final int[] COUNTS = {
        Sums.SEEN,
        Sums.ABSENT,
        Sums.ABSENT + 1,
        Sums.ABSENT + 2,
        Sums.ABSENT + 3,
        Sums.ABSENT + 4,
        Sums.ABSENT + 5,
        Sums.ABSENT + 6,
        Sums.SKIPPED,
        Sums.SCORED_SECONDS,
        Sums.MEASURED_SECONDS,
        Sums.POSED_SECONDS,
        Sums.GRADED_SECONDS
    };

    private static final long PROBABILITY_OF_ALL = (long) Slot.MICRO;

    private SecondColumns() {}

    static void write(ColumnWriter writer, List<Sums> seconds, long[] frames) {
        int size = frames.length;
        long[][] rows = seconds.stream().map(Sums::copy).toArray(long[][]::new);
        long[] column = new long[size];
        for (int place : COUNTS) {
            take(rows, size, place, column);
            writer.column(column, size);
        }
        for (int place : new int[] {Sums.POSED, Sums.GRADED}) {
            for (int i = 0; i < size; i++) {
                column[i] = measured(rows[i]) - rows[i][place];
            }
            writer.column(column, size);
        }
        Section scored = Section.of(rows, size, Sums.SCORED, -1);
        scored.write(writer, Sums.LABELS, Sums.EXPRESSIONS - 1);
        scored.writeRest(writer, Sums.LABELS, Sums.EXPRESSIONS, 1);
        scored.write(writer, Sums.EXPRESSIONS, Sums.EXPRESSIONS_END - 1);
        scored.writeRest(writer, Sums.EXPRESSIONS, Sums.EXPRESSIONS_END, PROBABILITY_OF_ALL);
        Section.of(rows, size, Sums.SCORED, Sums.SEEN).write(writer, Sums.FIGURES, Sums.POSED);
        Section.of(rows, size, Sums.POSED, -1).write(writer, Sums.ANGLES, Sums.GRADED);
        Section.of(rows, size, Sums.GRADED, -1).write(writer, Sums.TRAITS, Sums.SIZE);
    }

    static Slot[] read(ColumnReader reader, long[] frames) {
        int size = frames.length;
        long[][] rows = new long[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new long[Sums.SIZE];
        }
        long[] column = new long[size];
        for (int place : COUNTS) {
            // Most are zero, and the rows are too
            if (reader.column(column, size)) {
                put(column, rows, size, place);
            }
        }
        for (int i = 0; i < size; i++) {
            rows[i][Sums.SCORED] = frames[i] - rows[i][Sums.SEEN] - absent(rows[i]);
        }
        for (int place : new int[] {Sums.POSED, Sums.GRADED}) {
            reader.column(column, size);
            for (int i = 0; i < size; i++) {
                rows[i][place] = measured(rows[i]) - column[i];
            }
        }
        Section scored = Section.of(rows, size, Sums.SCORED, -1);
        scored.read(reader, Sums.LABELS, Sums.EXPRESSIONS - 1);
        scored.readRest(reader, Sums.LABELS, Sums.EXPRESSIONS, 1);
        scored.read(reader, Sums.EXPRESSIONS, Sums.EXPRESSIONS_END - 1);
        scored.readRest(reader, Sums.EXPRESSIONS, Sums.EXPRESSIONS_END, PROBABILITY_OF_ALL);
        Section.of(rows, size, Sums.SCORED, Sums.SEEN).read(reader, Sums.FIGURES, Sums.POSED);
        Section.of(rows, size, Sums.POSED, -1).read(reader, Sums.ANGLES, Sums.GRADED);
        Section.of(rows, size, Sums.GRADED, -1).read(reader, Sums.TRAITS, Sums.SIZE);
        Slot[] slots = new Slot[size];
        for (int i = 0; i < size; i++) {
            slots[i] = new Slot(Sums.owning(rows[i]));
        }
        return slots;
    }

    private static long measured(long[] row) {
        return row[Sums.SCORED] + row[Sums.SEEN];
    }

    private static long absent(long[] row) {
        long absent = 0;
        for (int place = Sums.ABSENT; place < Sums.LABELS; place++) {
            absent += row[place];
        }
        return absent;
    }

    private static void take(long[][] rows, int size, int place, long[] column) {
        for (int i = 0; i < size; i++) {
            column[i] = rows[i][place];
        }
    }

    private static void put(long[] column, long[][] rows, int size, int place) {
        for (int i = 0; i < size; i++) {
            rows[i][place] = column[i];
        }
    }

    /** The seconds that have a measure, and over how many frames. */
    private record Section(long[][] rows, long[] counts, long[] column, int size) {

        static Section of(long[][] all, int size, int place, int otherPlace) {
            long[][] rows = new long[size][];
            long[] counts = new long[size];
            int found = 0;
            for (int i = 0; i < size; i++) {
                long count = all[i][place] + (otherPlace < 0 ? 0 : all[i][otherPlace]);
                if (count > 0) {
                    rows[found] = all[i];
                    counts[found++] = count;
                }
            }
            return new Section(rows, counts, new long[found], found);
        }

        void write(ColumnWriter writer, int from, int to) {
            for (int place = from; place < to; place++) {
                take(rows, size, place, column);
                writer.column(column, counts, size);
            }
        }

        void read(ColumnReader reader, int from, int to) {
            for (int place = from; place < to; place++) {
                if (reader.column(column, counts, size)) {
                    put(column, rows, size, place);
                }
            }
        }

        /** By how much these places together differ from so much a frame. */
        void writeRest(ColumnWriter writer, int from, int to, long whole) {
            for (int i = 0; i < size; i++) {
                column[i] = whole * counts[i] - total(rows[i], from, to);
            }
            writer.column(column, size);
        }

        void readRest(ColumnReader reader, int from, int to, long whole) {
            reader.column(column, size);
            for (int i = 0; i < size; i++) {
                rows[i][to - 1] = whole * counts[i] - total(rows[i], from, to - 1) - column[i];
            }
        }

        private static long total(long[] row, int from, int to) {
            long total = 0;
            for (int place = from; place < to; place++) {
                total += row[place];
            }
            return total;
        }
    }
}
