package dev.rapt.aggregator.query;

import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Answers from the stores of this instance. Reads show every counted frame, before its commit. Safe for many threads;
 * reading blocks, so not on an event loop.
 */
@ApplicationScoped
public class Timelines {

    private final Stores stores;
    private final Digests digests;
    private final ShownSignals shown;

    Timelines(TimelineStreams streams, MeetingBook book, Digests digests, ShownSignals shown) {
        this.stores = new Stores(streams, book);
        this.digests = digests;
        this.shown = shown;
    }

    /** One participant. */
    public Lookup<ParticipantEntry> participant(String meetingId, String participantId) {
        return stores.ofMeeting(
                meetingId, () -> participation(meetingId, participantId).map(p -> entry(meetingId, participantId, p)));
    }

    private ParticipantEntry entry(String meetingId, String participantId, Participation participation) {
        return new ParticipantEntry(
                participantId,
                shown.of(meetingId).expression() ? participation : participation.withoutExpressions(),
                digests.track(meetingId, participantId, participation).displayed());
    }

    private Optional<Participation> participation(String meetingId, String participantId) {
        return Optional.ofNullable(
                        store(TimelineTopology.PARTICIPANTS).get(StoreKeys.participant(meetingId, participantId)))
                .map(TotalsCodec::participation);
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name) {
        return stores.store(name);
    }
}
