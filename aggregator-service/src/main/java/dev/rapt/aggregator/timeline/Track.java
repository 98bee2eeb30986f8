package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.Baseline;
import dev.rapt.display.DisplaySettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All of one person's time, judged, as it stood at one moment: nothing changes it, so many threads may read it. Equal
 * {@link #tally tallies} of the same person mean equal tracks.
 */
public final class Track {

    /** How many steps are packed together. */
    static final int BLOCK = 120;

    static final Track NOTHING = new Track(
            new TreeMap<>(),
            Map.of(),
            Tally.ZERO,
            Instant.EPOCH,
            Instant.EPOCH,
            new StepBook(DisplaySettings.DEFAULT, 0),
            nobody());

    private final NavigableMap<Long, PackedRows> blocks;
    private final Map<Long, long[]> rows;
    private final Tally tally;
    private final Instant first;
    private final Instant last;
    private final long[] whole;
    private final Optional<Label> displayed;
    private final Baseline baseline;
    private final Instant end;

    Track(
            NavigableMap<Long, PackedRows> blocks,
            Map<Long, long[]> rows,
            Tally tally,
            Instant first,
            Instant last,
            StepBook pages,
            Baseline baseline) {
        this.blocks = blocks;
        this.rows = rows;
        this.tally = tally;
        this.first = first;
        this.last = last;
        this.whole = pages.whole;
        this.displayed = pages.displayed;
        this.baseline = baseline;
        // A face is held for some seconds after the last frame
        long held = rows.entrySet().stream()
                .filter(entry -> Steps.isThere(entry.getValue()))
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElse(Long.MIN_VALUE);
        Instant lastBucket = Bucket.startOf(last);
        long end = Math.max(lastBucket.toEpochMilli() / StepBook.STEP_MILLIS, held) + 1;
        this.end = Instant.ofEpochMilli(end * StepBook.STEP_MILLIS);
    }

    private static Baseline nobody() {
        return new Baseline(Baseline.State.PROVISIONAL, 0, Optional.empty(), Optional.empty(), List.of());
    }

    /** What all frames come to. */
    public Tally tally() {
        return tally;
    }

    /** When the first frame was captured. */
    public Instant firstCapturedAt() {
        return first;
    }

    /** When the last frame was captured. */
    public Instant lastCapturedAt() {
        return last;
    }

    /** The moment after the last second of which anything is said. */
    public Instant end() {
        return end;
    }

    /** The label that is displayed in the last frame's second; empty when none is. */
    public Optional<Label> displayed() {
        return displayed;
    }

    /** What the person is compared with, as it stands after the last frame. */
    public Baseline baseline() {
        return baseline;
    }

    /** The time from the second of the first frame to that of the last, as one step. */
    public Step whole() {
        long[] row = Arrays.copyOf(whole, Columns.SIZE);
        tally.sums().writeTo(row, Columns.TALLY);
        row[Columns.SECONDS] = tally.frames() == 0 ? 0 : last.getEpochSecond() - first.getEpochSecond() + 1;
        row[Columns.PEOPLE] = Steps.isThere(row) ? 1 : 0;
        return new Step(first, last, row);
    }

    /**
     * Tells two tracks of the same person apart: when it is the same, so is all that they say. Not the same in another
     * version of this service.
     */
    public long version() {
        return 31L * tally.sums().hashCode() * 1_000_003L + 31L * first.toEpochMilli() + last.toEpochMilli();
    }

    /** The steps of a window, those without a frame too, with every field. */
    public Steps steps(Window window) {
        return steps(window, Fields.ALL);
    }

    /** The steps of a window, those without a frame too, as far as these fields need. */
    public Steps steps(Window window, Fields fields) {
        Steps steps = new Steps(window, fields.columns());
        long from = Math.floorDiv(window.from().toEpochMilli(), StepBook.STEP_MILLIS);
        long to = Math.floorDiv(window.to().toEpochMilli(), StepBook.STEP_MILLIS);
        long perStep = window.resolution().length().toMillis() / StepBook.STEP_MILLIS;
        blocks.forEach((block, packed) -> {
            long start = block * BLOCK;
            int begin = (int) Math.max(0, from - start);
            int end = (int) Math.min(BLOCK, to - start);
            if (begin < end) {
                steps.add(packed, begin, end, start - from, perStep);
            }
        });
        rows.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() < to)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> steps.add(entry.getValue(), (int) ((entry.getKey() - from) / perStep)));
        steps.close(Bucket.startOf(first), end);
        return steps;
    }
}
