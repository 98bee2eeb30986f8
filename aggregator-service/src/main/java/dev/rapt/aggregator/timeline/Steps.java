package dev.rapt.aggregator.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of a window, of one person or of several together, column by column. Not to be changed once it has been
 * handed out; then many threads may read it.
 */
public final class Steps {

    private final Window window;
    private final long[][] columns;
    private final boolean pooled;

    Steps(Window window, BitSet needed) {
        this(window, needed, false);
    }

    private Steps(Window window, BitSet needed, boolean pooled) {
        this.window = window;
        this.pooled = pooled;
        this.columns = new long[Columns.SIZE][];
        int size = Math.toIntExact(window.steps());
        needed.stream().forEach(column -> columns[column] = new long[size]);
    }

    /**
     * Several people together: every second of every person weighs the same. A person is left out of the time before the
     * first frame and after the last.
     *
     * @param people the same window and fields of each
     */
    public static Steps pool(Window window, Fields fields, Collection<Steps> people) {
        Steps pool = new Steps(window, fields.columns(), true);
        for (Steps person : people) {
            for (int column = 0; column < Columns.SIZE; column++) {
                if (pool.columns[column] != null && person.columns[column] != null && Columns.adds(column)) {
                    for (int step = 0; step < pool.size(); step++) {
                        pool.columns[column][step] += person.columns[column][step];
                    }
                }
            }
        }
        return pool;
    }

    /** The window. */
    public Window window() {
        return window;
    }

    /** How many steps. */
    public int size() {
        return Math.toIntExact(window.steps());
    }

    /** One of them. */
    public Step step(int index) {
        Cursor cursor = new Cursor();
        cursor.step = index;
        long[] row = new long[Columns.SIZE];
        for (int column = 0; column < row.length; column++) {
            row[column] = cursor.at(column);
        }
        row[Columns.SECONDS] = cursor.allSeconds();
        Duration length = window.resolution().length();
        Instant start = window.from().plus(length.multipliedBy(index));
        return new Step(start, start.plus(length), row);
    }

    /** All of them. */
    public List<Step> all() {
        return IntStream.range(0, size()).mapToObj(this::step).toList();
    }

    /** All of the window as one step. */
    public Step total() {
        long[] row = new long[Columns.SIZE];
        Cursor cursor = new Cursor();
        for (int step = 0; step < size(); step++) {
            cursor.step = step;
            for (int column = 0; column < row.length; column++) {
                long value = column == Columns.SECONDS ? cursor.allSeconds() : cursor.at(column);
                row[column] = Columns.adds(column) ? row[column] + value : value == 0 ? row[column] : value;
            }
        }
        if (!pooled) {
            row[Columns.PEOPLE] = Math.min(1, row[Columns.PEOPLE]);
        }
        return new Step(window.from(), window.to(), row);
    }

    /** The values of one field, step by step, as {@link Field#kind} says; {@link Field#NONE} where nothing is known. */
    public long[] values(Field field, EngagementRule rule) {
        Cursor cursor = new Cursor();
        long[] values = new long[size()];
        for (int step = 0; step < values.length; step++) {
            cursor.step = step;
            values[step] = field.raw(cursor, rule);
        }
        return values;
    }

    /** Says how long the person spoke in a step, and of how much of it that is known; before anybody else reads. */
    public void speak(int step, long spokenMillis, long knownMillis) {
        if (columns[Columns.SPOKEN] != null) {
            columns[Columns.SPOKEN][step] = spokenMillis;
            columns[Columns.SPEECH_KNOWN][step] = knownMillis;
        }
    }

    void add(long[] row, int step) {
        for (int column = 0; column < Columns.KEPT; column++) {
            if (columns[column] != null) {
                add(column, step, row[column]);
            }
        }
    }

    /** Rows of a block, of which row 0 is so many rows after the window's start; so many rows make a step. */
    void add(PackedRows rows, int begin, int end, long offset, long perStep) {
        for (int column = 0; column < Columns.KEPT; column++) {
            if (columns[column] != null && !rows.isZero(column)) {
                for (int row = begin; row < end; row++) {
                    add(column, (int) ((offset + row) / perStep), rows.at(row, column));
                }
            }
        }
    }

    private void add(int column, int step, long value) {
        if (Columns.adds(column)) {
            columns[column][step] += value;
        } else if (value != 0) {
            columns[column][step] = value;
        }
    }

    /** Says when the person was there. */
    void close(Instant first, Instant end) {
        long length = window.resolution().length().toMillis();
        long from = window.from().toEpochMilli();
        for (int step = 0; step < size(); step++) {
            long start = from + step * length;
            long inside = Math.min(start + length, end.toEpochMilli()) - Math.max(start, first.toEpochMilli());
            columns[Columns.SECONDS][step] = Math.max(0, inside) / 1_000;
            columns[Columns.PEOPLE][step] = columns[Columns.MEASURED][step] + columns[Columns.AWAY][step] > 0 ? 1 : 0;
        }
    }

    static boolean isThere(long[] row) {
        return row[Columns.MEASURED] + row[Columns.AWAY] > 0;
    }

    /** Looks at one step after the other. */
    private final class Cursor implements Cells {
        private int step;

        @Override
        public long at(int column) {
            long[] values = columns[column];
            return values == null ? 0 : values[step];
        }

        @Override
        public long allSeconds() {
            return pooled ? at(Columns.SECONDS) : window.resolution().length().toSeconds();
        }
    }
}
