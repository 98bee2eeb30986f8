package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.BucketCodec;
import java.util.Iterator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The buckets of a range, decoded one by one. */
final class BucketIterator implements Iterator<Bucket> {

    private final KeyValueIterator<Bytes, byte[]> range;

    BucketIterator(KeyValueIterator<Bytes, byte[]> range) {
        this.range = range;
    }

    @Override
    public boolean hasNext() {
        return range.hasNext();
    }

    @Override
    public Bucket next() {
        return BucketCodec.decode(range.next().value);
    }
}
