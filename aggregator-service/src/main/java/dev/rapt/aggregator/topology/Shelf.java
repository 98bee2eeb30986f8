package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.timeline.BlockCodec;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.BucketCodec;
import dev.rapt.aggregator.timeline.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The buckets of a partition. A participant's stretch of ten minutes is either open, a value for each bucket, or packed,
 * one block under the key of its first five seconds; never both, because the store takes such a change in one write,
 * and who reads a range meanwhile sees it before or after.
 */
final class Shelf {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Runnable reopened;

    /** @param reopened is run when a packed stretch was opened again */
    Shelf(KeyValueStore<Bytes, byte[]> store, Runnable reopened) {
        this.store = store;
        this.reopened = reopened;
    }

    /** A stretch of a participant of which buckets were found. */
    record Open(Seat seat, Instant stretch) {}

    /**
     * What a walk through the store found.
     *
     * @param open stretches that aren't packed
     * @param next where to go on; empty at the end
     */
    record Walk(Set<Open> open, Optional<Bytes> next) {}

    /**
     * The bucket into which a frame belongs, without frames when there is none yet; its stretch is open afterwards.
     * Empty, and nothing changes, when the frame is in a block already. Looks for a block only where there is no bucket.
     */
    Optional<Bucket> openFor(Seat seat, Instant capturedAt) {
        Instant start = Bucket.startOf(capturedAt);
        byte[] found = store.get(seat.bucket(start));
        if (found != null && !BlockCodec.isBlock(found)) {
            return Optional.of(BucketCodec.decode(found));
        }
        byte[] first = found != null ? found : store.get(seat.block(capturedAt));
        if (first == null || !BlockCodec.isBlock(first)) {
            return Optional.of(Bucket.empty(start));
        }
        if (BlockCodec.holds(first, capturedAt)) {
            return Optional.empty();
        }
        return Optional.of(reopen(seat, first, start));
    }

    private Bucket reopen(Seat seat, byte[] block, Instant wanted) {
        List<Bucket> buckets = BlockCodec.decode(block);
        Bytes blockKey = seat.block(wanted);
        List<KeyValue<Bytes, byte[]>> changes = new ArrayList<>(buckets.size() + 1);
        byte[] atBlockKey = null;
        Bucket result = Bucket.empty(wanted);
        for (Bucket bucket : buckets) {
            Bytes key = seat.bucket(bucket.start());
            byte[] bytes = BucketCodec.encode(bucket);
            if (key.equals(blockKey)) {
                atBlockKey = bytes;
            } else {
                changes.add(KeyValue.pair(key, bytes));
            }
            result = bucket.start().equals(wanted) ? bucket : result;
        }
        // The block goes last: a standby that has read half of the changelog misses nothing
        changes.add(KeyValue.pair(blockKey, atBlockKey));
        store.putAll(changes);
        reopened.run();
        return result;
    }

    /** Puts a bucket of an open stretch. */
    void put(Seat seat, Bucket bucket) {
        store.put(seat.bucket(bucket.start()), BucketCodec.encode(bucket));
    }

    /** Packs a stretch, if it is open, and returns how many buckets it has. */
    int pack(Open open) {
        Bytes blockKey = open.seat().bucket(open.stretch());
        Bytes last = open.seat().bucket(open.stretch().plus(Stretch.LENGTH).minus(Bucket.LENGTH));
        List<Bucket> buckets = new ArrayList<>(Stretch.BUCKETS);
        List<KeyValue<Bytes, byte[]>> changes = new ArrayList<>(Stretch.BUCKETS + 1);
        changes.add(null);
        try (KeyValueIterator<Bytes, byte[]> range = store.range(blockKey, last)) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> next = range.next();
                if (BlockCodec.isBlock(next.value)) {
                    return 0;
                }
                buckets.add(BucketCodec.decode(next.value));
                if (!next.key.equals(blockKey)) {
                    changes.add(KeyValue.pair(next.key, null));
                }
            }
        }
        if (!buckets.isEmpty()) {
            // The block goes first, for the same reason
            changes.set(0, KeyValue.pair(blockKey, BlockCodec.encode(buckets)));
            store.putAll(changes);
        }
        return buckets.size();
    }

    /** Looks for open stretches from this key on, over as much as so many buckets. */
    Walk walk(Optional<Bytes> from, int buckets) {
        Set<Open> open = new LinkedHashSet<>();
        int left = buckets;
        try (KeyValueIterator<Bytes, byte[]> all = store.range(from.orElse(null), null)) {
            while (all.hasNext()) {
                if (left <= 0) {
                    return new Walk(open, Optional.of(all.peekNextKey()));
                }
                KeyValue<Bytes, byte[]> next = all.next();
                boolean packed = BlockCodec.isBlock(next.value);
                left -= packed ? Stretch.BUCKETS : 1;
                if (!packed) {
                    open.add(new Open(Seat.of(next.key), Stretch.startOf(StoreKeys.start(next.key))));
                }
            }
        }
        return new Walk(open, Optional.empty());
    }

    /** A participant's first bucket that starts between these two moments. */
    Optional<Bucket> first(Seat seat, Instant from, Instant to) {
        try (BucketIterator buckets = BucketIterator.over(store, seat.meetingId(), seat.participantId(), from, to)) {
            return buckets.hasNext() ? Optional.of(buckets.next()) : Optional.empty();
        }
    }

    /** Deletes up to so many of a participant's first buckets, from this moment on, that ended by then; returns them. */
    List<Bucket> removeEnded(Seat seat, Instant from, Instant end, int most) {
        List<Bucket> removed = new ArrayList<>();
        List<KeyValue<Bytes, byte[]>> changes = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(seat.block(from), seat.bucket(Bucket.startOf(end)))) {
            while (range.hasNext() && removed.size() < most) {
                KeyValue<Bytes, byte[]> next = range.next();
                List<Bucket> buckets = BlockCodec.isBlock(next.value)
                        ? BlockCodec.decode(next.value)
                        : List.of(BucketCodec.decode(next.value));
                List<Bucket> ended = buckets.stream()
                        .filter(bucket -> !bucket.end().isAfter(end))
                        .limit(most - removed.size())
                        .toList();
                if (ended.isEmpty()) {
                    break;
                }
                removed.addAll(ended);
                boolean all = ended.size() == buckets.size();
                changes.add(KeyValue.pair(
                        next.key, all ? null : BlockCodec.encode(buckets.subList(ended.size(), buckets.size()))));
            }
        }
        store.putAll(changes);
        return removed;
    }
}
