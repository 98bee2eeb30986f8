package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Answers from the stores of this instance. Reads show every counted frame, before its commit. Safe for many threads;
 * reading blocks, so not on an event loop.
 */
@ApplicationScoped
public class Timelines {

    private final Stores stores;
    private final Digests digests;

    Timelines(TimelineStreams streams, Digests digests) {
        this.stores = new Stores(streams);
        this.digests = digests;
    }

    /** All meetings, in order of their ids. */
    public Lookup<List<MeetingEntry>> meetings() {
        return stores.ofAll(() -> {
            List<MeetingEntry> meetings = new ArrayList<>();
            try (KeyValueIterator<Bytes, byte[]> all =
                    store(TimelineTopology.MEETINGS).all()) {
                all.forEachRemaining(next ->
                        meetings.add(new MeetingEntry(StoreKeys.meetingId(next.key), TotalsCodec.meeting(next.value))));
            }
            meetings.removeIf(meeting -> stores.isErased(meeting.id()));
            // Each partition's store is in order, but they come one after the other
            meetings.sort(Comparator.comparing(MeetingEntry::id));
            return Optional.of(meetings);
        });
    }

    /** One meeting. */
    public Lookup<MeetingEntry> meeting(String meetingId) {
        return stores.ofMeeting(meetingId, () -> Optional.ofNullable(
                        store(TimelineTopology.MEETINGS).get(StoreKeys.meeting(meetingId)))
                .map(bytes -> new MeetingEntry(meetingId, TotalsCodec.meeting(bytes))));
    }

    /** A meeting's participants, in order of their ids. */
    public Lookup<List<ParticipantEntry>> participants(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            List<ParticipantEntry> participants = new ArrayList<>();
            try (KeyValueIterator<Bytes, byte[]> range = store(TimelineTopology.PARTICIPANTS)
                    .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
                range.forEachRemaining(next -> participants.add(
                        entry(meetingId, StoreKeys.participantId(next.key), TotalsCodec.participation(next.value))));
            }
            return participants.isEmpty() ? Optional.empty() : Optional.of(participants);
        });
    }

    /** One participant. */
    public Lookup<ParticipantEntry> participant(String meetingId, String participantId) {
        return stores.ofMeeting(
                meetingId, () -> participation(meetingId, participantId).map(p -> entry(meetingId, participantId, p)));
    }

    private ParticipantEntry entry(String meetingId, String participantId, Participation participation) {
        return new ParticipantEntry(
                participantId,
                participation,
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
