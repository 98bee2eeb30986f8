package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.timeline.BlockCodec;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.BucketCodec;
import dev.rapt.aggregator.timeline.Stretch;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * A participant's buckets in order of time, out of blocks and single buckets, decoded as they are needed. Shows the
 * store as it was when it was opened. For one thread; to be closed.
 */
public final class BucketIterator implements Iterator<Bucket>, AutoCloseable {

    private final KeyValueIterator<Bytes, byte[]> range;
    private final Instant from;
    private final Instant to;
    private Iterator<Bucket> block = Collections.emptyIterator();
    private Instant blockEnd = Instant.MIN;
    private Optional<Bucket> next = Optional.empty();

    private BucketIterator(KeyValueIterator<Bytes, byte[]> range, Instant from, Instant to) {
        this.range = range;
        this.from = from;
        this.to = to;
        advance();
    }

    /** The buckets from the one that holds the first moment to the one that holds the last. */
    public static BucketIterator over(
            ReadOnlyKeyValueStore<Bytes, byte[]> buckets,
            String meetingId,
            String participantId,
            Instant from,
            Instant to) {
        Instant last = Bucket.startOf(to);
        // What is packed stands at the start of its stretch
        Bytes first = StoreKeys.bucket(meetingId, participantId, Stretch.startOf(from));
        return new BucketIterator(
                buckets.range(first, StoreKeys.bucket(meetingId, participantId, last)), Bucket.startOf(from), last);
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Bucket next() {
        Bucket bucket = next.orElseThrow(NoSuchElementException::new);
        advance();
        return bucket;
    }

    private void advance() {
        Optional<Bucket> candidate = candidate();
        while (candidate.isPresent() && candidate.get().start().isBefore(from)) {
            candidate = candidate();
        }
        next = candidate.filter(bucket -> !bucket.start().isAfter(to));
    }

    private Optional<Bucket> candidate() {
        while (!block.hasNext() && range.hasNext()) {
            KeyValue<Bytes, byte[]> entry = range.next();
            Instant start = StoreKeys.start(entry.key);
            if (BlockCodec.isBlock(entry.value)) {
                block = BlockCodec.decode(entry.value).iterator();
                blockEnd = start.plus(Stretch.LENGTH);
            } else if (!start.isBefore(blockEnd) && !start.isBefore(from)) {
                return Optional.of(BucketCodec.decode(entry.value));
            }
            // Else before the first that is wanted, which isn't worth decoding; or a standby that has read half of a
            // packing: the block has it already
        }
        return block.hasNext() ? Optional.of(block.next()) : Optional.empty();
    }

    @Override
    public void close() {
        range.close();
    }
}
