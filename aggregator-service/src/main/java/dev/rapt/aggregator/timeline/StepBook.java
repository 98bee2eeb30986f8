package dev.rapt.aggregator.timeline;

import dev.rapt.display.DisplaySettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what a pass tells of one person into rows of five seconds, and into one for the time from the first frame's
 * second to the last's. For one thread.
 */
final class StepBook implements PersonScan.Listener {

    static final long STEP_SECONDS = Bucket.LENGTH.toSeconds();
    static final long STEP_MILLIS = Bucket.LENGTH.toMillis();
    private static final double BILLION = 1e9;

    /** By step: the start in steps since the epoch. */
    final Map<Long, long[]> rows;

    final long[] whole;
    private final LabelWatch labels;
    private final FacingWatch facing;
    /** The label displayed in the last second that counts for the whole. */
    Optional<Label> displayed = Optional.empty();

    private final long firstSecond;
    private final long lastSecond;

    StepBook(DisplaySettings display, long firstSecond) {
        this(
                new HashMap<>(),
                new long[Columns.KEPT],
                new LabelWatch(display),
                new FacingWatch(),
                firstSecond,
                Long.MAX_VALUE);
    }

    private StepBook(
            Map<Long, long[]> rows,
            long[] whole,
            LabelWatch labels,
            FacingWatch facing,
            long firstSecond,
            long lastSecond) {
        this.rows = rows;
        this.whole = whole;
        this.labels = labels;
        this.facing = facing;
        this.firstSecond = firstSecond;
        this.lastSecond = lastSecond;
    }

    /** One that goes on on its own from here, up to the second of the last frame. */
    StepBook copy(long until) {
        Map<Long, long[]> copies = new HashMap<>();
        rows.forEach((step, row) -> copies.put(step, row.clone()));
        return new StepBook(copies, whole.clone(), labels.copy(), facing.copy(), firstSecond, until);
    }

    @Override
    public void bucket(Bucket bucket) {
        Tally.of(bucket).sums().addTo(row(bucket.start().toEpochMilli() / STEP_MILLIS));
    }

    @Override
    public void second(Second second) {
        Optional<Label> label = labels.second(second);
        Optional<Boolean> shown = facing.second(second);
        long[] row = row(Math.floorDiv(second.epochSecond(), STEP_SECONDS));
        write(second, label, shown, row);
        if (second.epochSecond() >= firstSecond && second.epochSecond() <= lastSecond) {
            write(second, label, shown, whole);
            displayed = label;
        }
    }

    private void write(Second second, Optional<Label> label, Optional<Boolean> shown, long[] row) {
        switch (second.state()) {
            case MEASURED -> row[Columns.MEASURED]++;
            case AWAY -> row[Columns.AWAY]++;
            case UNMEASURED -> {}
        }
        switch (second.facing()) {
            case FACING -> row[Columns.FACING]++;
            case NOT_FACING -> row[Columns.NOT_FACING]++;
            case UNKNOWN -> {}
        }
        switch (second.eyes()) {
            case OPEN -> row[Columns.EYES_KNOWN]++;
            case CLOSED -> {
                row[Columns.EYES_KNOWN]++;
                row[Columns.EYES_CLOSED]++;
            }
            case UNKNOWN -> {}
        }
        label.ifPresent(one -> {
            row[Columns.DISPLAYED + one.ordinal()]++;
            row[Columns.LAST_LABEL] = one.ordinal() + 1;
        });
        shown.ifPresent(one -> row[Columns.LAST_FACING] = one ? 2 : 1);
        if (labels.isMeasured()) {
            row[Columns.TUNED_SECONDS]++;
            for (Expression expression : Expression.values()) {
                row[Columns.TUNED + expression.ordinal()] += Math.round(labels.corrected(expression) * BILLION);
            }
        }
    }

    private long[] row(long step) {
        return rows.computeIfAbsent(step, s -> new long[Columns.KEPT]);
    }
}
