package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Tells when the latest frame of each participant was captured, without reading a bucket. Safe for many threads; blocks. */
@ApplicationScoped
public class LatestFrames {

    private final Stores stores;

    LatestFrames(TimelineStreams streams, MeetingBook book) {
        this.stores = new Stores(streams, book);
    }

    /** Of those of a meeting who aren't erased, by id; found even if there is nobody. */
    public Lookup<Map<String, Instant>> of(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            Map<String, Instant> latest = new TreeMap<>();
            try (KeyValueIterator<Bytes, byte[]> range = stores.store(TimelineTopology.PARTICIPANTS)
                    .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
                range.forEachRemaining(entry -> latest.put(
                        StoreKeys.participantId(entry.key),
                        TotalsCodec.participation(entry.value).lastCapturedAt()));
            }
            return Optional.of(latest);
        });
    }
}
