package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.timeline.Stretch;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** A participant in a meeting, and the keys of what is kept of them. */
record Seat(String meetingId, String participantId) {

    /** The seat in the key of a participant or of a bucket. */
    static Seat of(Bytes key) {
        return new Seat(StoreKeys.meetingId(key), StoreKeys.participantId(key));
    }

    Bytes key() {
        return StoreKeys.participant(meetingId, participantId);
    }

    Bytes bucket(Instant start) {
        return StoreKeys.bucket(meetingId, participantId, start);
    }

    /** The key of the block of the stretch that holds this moment. */
    Bytes block(Instant moment) {
        return bucket(Stretch.startOf(moment));
    }
}
