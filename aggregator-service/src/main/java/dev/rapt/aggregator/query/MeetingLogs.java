package dev.rapt.aggregator.query;

import dev.rapt.aggregator.log.LogEvent;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.aggregator.topology.LogKeys;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Answers from the log of this instance's meetings: one scan of a meeting's events each, which are few. Safe for many
 * threads; reading blocks, so not on an event loop.
 */
@ApplicationScoped
public class MeetingLogs {

    private final Stores stores;

    MeetingLogs(TimelineStreams streams, MeetingBook book) {
        this.stores = new Stores(streams, book);
    }

    /** What bots have said of a meeting; found as soon as there is an event or a frame of it. */
    public Lookup<MeetingSpeech> speech(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            List<LogEvent> events = new ArrayList<>();
            try (KeyValueIterator<Bytes, byte[]> entries = stores.store(TimelineTopology.LOG)
                    .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
                entries.forEachRemaining(entry -> events.add(LogKeys.event(entry.key, entry.value)));
            }
            Optional<Meeting> meeting = stores.counted(meetingId);
            return events.isEmpty() && meeting.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MeetingSpeech.of(events, meeting.map(Meeting::lastCapturedAt)));
        });
    }
}
