package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.attention.Baseline;
import dev.rapt.aggregator.attention.Learner;
import dev.rapt.aggregator.attention.Learnt;
import dev.rapt.display.DisplaySettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All of one person's time, judged: kept so that a question costs only what has come since the last one. What it says is
 * always what one pass over all of the person's buckets says, to the last digit. It proves that by the participation,
 * which is the sum of all buckets: what has been gone through and what has come since must add up to it; if they don't,
 * because something came late or was deleted, everything is gone through anew. For many threads, one at a time.
 */
public final class Digest {

    /** A person's buckets, in order of their starts, as often as needed. */
    public interface Buckets {
        /** Reads those that start at that moment or later; the iterator is only good inside the call. */
        <T> T from(Instant start, Function<Iterator<Bucket>, T> reader);
    }

    /** Buckets from the last one back that may still change without going through everything anew. */
    private static final long FRESH_MILLIS = 2 * StepBook.STEP_MILLIS;

    private final AttentionRules rules;
    private final DisplaySettings display;
    private final TreeMap<Long, PackedRows> blocks = new TreeMap<>();
    private final Map<Long, long[]> loose = new HashMap<>();
    private Learner learner;
    private Learnt learnt;
    private StepBook book;
    private PersonScan scan;
    private Tally settled = Tally.ZERO;
    private Instant first;
    private Instant next = Instant.EPOCH;
    private Optional<Track> track = Optional.empty();

    /** Nothing gone through yet. */
    public Digest(AttentionRules rules, DisplaySettings display) {
        this.rules = rules;
        this.display = display;
    }

    /**
     * The person's time as it stands.
     *
     * @param participation what all buckets come to, read before them
     */
    public synchronized Track track(Participation participation, Buckets buckets) {
        if (track.filter(known -> known.tally().equals(participation.tally())).isPresent()) {
            return track.get();
        }
        List<Bucket> tail = scan == null ? List.of() : buckets.from(next, Digest::list);
        Tally sum = tail.stream().map(Tally::of).reduce(settled, Tally::plus);
        boolean goesOn = scan != null
                && !tail.isEmpty()
                && sum.equals(participation.tally())
                && learns(tail).equals(learnt);
        Track fresh = goesOn ? advance(tail) : anew(buckets);
        track = Optional.of(fresh);
        return fresh;
    }

    /** How many bytes it takes, near enough. */
    public synchronized long size() {
        long packed = blocks.values().stream().mapToLong(PackedRows::size).sum();
        return packed + (loose.size() + 8L) * Columns.KEPT * Long.BYTES + 8_192;
    }

    private static List<Bucket> list(Iterator<Bucket> buckets) {
        List<Bucket> list = new ArrayList<>();
        buckets.forEachRemaining(list::add);
        return list;
    }

    private Learnt learns(List<Bucket> tail) {
        return learner.isDone()
                ? learnt
                : PersonScan.learn(learner.copy(), tail.iterator()).learnt();
    }

    private Track anew(Buckets buckets) {
        blocks.clear();
        loose.clear();
        settled = Tally.ZERO;
        scan = null;
        next = Instant.EPOCH;
        learnt = buckets.from(
                Instant.EPOCH, all -> PersonScan.learn(new Learner(rules), all).learnt());
        learner = new Learner(rules);
        return buckets.from(Instant.EPOCH, all -> {
            List<Bucket> tail = new ArrayList<>();
            while (all.hasNext()) {
                Bucket bucket = all.next();
                tail.add(bucket);
                // All but the fresh ones are gone through for good
                while (tail.get(0).start().toEpochMilli() < bucket.start().toEpochMilli() - FRESH_MILLIS) {
                    settle(tail.remove(0));
                }
            }
            return tail.isEmpty() ? Track.NOTHING : read(tail);
        });
    }

    private Track advance(List<Bucket> tail) {
        long last = tail.get(tail.size() - 1).start().toEpochMilli();
        List<Bucket> fresh = new ArrayList<>();
        for (Bucket bucket : tail) {
            if (bucket.start().toEpochMilli() < last - FRESH_MILLIS) {
                settle(bucket);
            } else {
                fresh.add(bucket);
            }
        }
        return read(fresh);
    }

    private void settle(Bucket bucket) {
        if (scan == null) {
            first = bucket.capturedAt(0);
            book = new StepBook(display, first.getEpochSecond());
            scan = new PersonScan(rules, learnt, bucket, book);
        } else {
            scan.accept(bucket);
        }
        PersonScan.learn(learner, List.of(bucket).iterator());
        settled = settled.plus(Tally.of(bucket));
        next = bucket.end();
        putAway();
    }

    /** Rows that won't change any more, then whole blocks of them. */
    private void putAway() {
        long open = Math.floorDiv(Math.min(scan.firstUntold(), next.getEpochSecond()), StepBook.STEP_SECONDS);
        book.rows.entrySet().removeIf(entry -> {
            boolean done = entry.getKey() < open;
            if (done) {
                loose.put(entry.getKey(), entry.getValue());
            }
            return done;
        });
        if (loose.size() >= Track.BLOCK) {
            pack(Math.floorDiv(open, Track.BLOCK));
        }
    }

    private void pack(long before) {
        Map<Long, long[][]> full = new HashMap<>();
        loose.entrySet().removeIf(entry -> {
            long block = Math.floorDiv(entry.getKey(), Track.BLOCK);
            if (block < before) {
                full.computeIfAbsent(block, b -> new long[Track.BLOCK][])[Math.floorMod(entry.getKey(), Track.BLOCK)] =
                        entry.getValue();
            }
            return block < before;
        });
        full.forEach((block, rows) -> blocks.put(block, PackedRows.of(rows, Columns.KEPT)));
    }

    /** What there is when nothing comes after these buckets. */
    private Track read(List<Bucket> tail) {
        Bucket newest = tail.get(tail.size() - 1);
        Instant last = newest.capturedAt(newest.frames() - 1);
        StepBook pages;
        PersonScan pass;
        int from = 0;
        if (scan == null) {
            pages = new StepBook(display, tail.get(0).capturedAt(0).getEpochSecond()).copy(last.getEpochSecond());
            pass = new PersonScan(rules, learnt, tail.get(0), pages);
            from = 1;
        } else {
            pages = book.copy(last.getEpochSecond());
            pass = scan.copy(pages);
        }
        tail.subList(from, tail.size()).forEach(pass::accept);
        Baseline baseline = pass.finish();
        Map<Long, long[]> rows = new HashMap<>(loose);
        rows.putAll(pages.rows);
        Tally tally = tail.stream().map(Tally::of).reduce(settled, Tally::plus);
        Instant begun = scan == null ? tail.get(0).capturedAt(0) : first;
        return new Track(new TreeMap<>(blocks), rows, tally, begun, last, pages, baseline);
    }
}
