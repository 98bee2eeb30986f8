package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Digest;
import dev.rapt.aggregator.topology.BucketIterator;
import dev.rapt.aggregator.topology.TimelineTopology;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** All buckets of one participant, as they are in the stores. */
final class PersonBuckets implements Digest.Buckets {

    private final Stores stores;
    private final String meetingId;
    private final String participantId;
    private final Instant last;
    private final UnaryOperator<Bucket> shown;

    /**
     * @param last the start of the last bucket
     * @param shown makes what may be shown of a bucket
     */
    PersonBuckets(Stores stores, String meetingId, String participantId, Instant last, UnaryOperator<Bucket> shown) {
        this.stores = stores;
        this.meetingId = meetingId;
        this.participantId = participantId;
        this.last = last;
        this.shown = shown;
    }

    @Override
    public <T> T from(Instant start, Function<Iterator<Bucket>, T> reader) {
        try (BucketIterator buckets =
                BucketIterator.over(stores.store(TimelineTopology.BUCKETS), meetingId, participantId, start, last)) {
            return reader.apply(new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return buckets.hasNext();
                }

                @Override
                public Bucket next() {
                    return shown.apply(buckets.next());
                }
            });
        }
    }
}
