package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Digest;
import dev.rapt.aggregator.topology.BucketIterator;
import dev.rapt.aggregator.topology.TimelineTopology;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Function;

/** All buckets of one participant, as they are in the stores. */
final class PersonBuckets implements Digest.Buckets {

    private final Stores stores;
    private final String meetingId;
    private final String participantId;
    private final Instant last;

    /** @param last the start of the last bucket */
    PersonBuckets(Stores stores, String meetingId, String participantId, Instant last) {
        this.stores = stores;
        this.meetingId = meetingId;
        this.participantId = participantId;
        this.last = last;
    }

    @Override
    public <T> T from(Instant start, Function<Iterator<Bucket>, T> reader) {
        try (BucketIterator buckets =
                BucketIterator.over(stores.store(TimelineTopology.BUCKETS), meetingId, participantId, start, last)) {
            return reader.apply(buckets);
        }
    }
}
