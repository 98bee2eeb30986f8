package dev.rapt.aggregator.query;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.LabelWatch;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.PersonScan;
import dev.rapt.aggregator.timeline.Timeline;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.aggregator.timeline.WholeTime;
import dev.rapt.aggregator.timeline.Window;
import dev.rapt.aggregator.topology.BucketIterator;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.display.DisplaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private final AttentionRules rules;
    private final DisplaySettings display;

    Timelines(TimelineStreams streams, AggregatorConfig config) {
        this.stores = new Stores(streams);
        this.rules = AttentionSettings.rules(config.attention());
        this.display = DisplayRules.of(config.display());
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

    /** A participant's whole time in the meeting. */
    public Lookup<ParticipantSummary> summary(String meetingId, String participantId) {
        return stores.ofMeeting(meetingId, () -> participation(meetingId, participantId)
                .map(participation -> new ParticipantSummary(
                        participation,
                        WholeTime.of(
                                participation.firstCapturedAt(),
                                participation.lastCapturedAt(),
                                rules,
                                display,
                                source(meetingId, participantId, participation)))));
    }

    /** The steps of a window. */
    public Lookup<Timeline> timeline(String meetingId, String participantId, Window window) {
        return stores.ofMeeting(meetingId, () -> participation(meetingId, participantId)
                .map(participation ->
                        Timeline.of(window, rules, display, source(meetingId, participantId, participation))));
    }

    private ParticipantEntry entry(String meetingId, String participantId, Participation participation) {
        Instant last = participation.lastCapturedAt();
        Instant earliest = last.minus(LabelWatch.LATEST);
        Instant from = earliest.isBefore(participation.firstCapturedAt()) ? participation.firstCapturedAt() : earliest;
        Optional<Label> displayed =
                source(meetingId, participantId, from, last).read(buckets -> LabelWatch.latest(display, buckets));
        return new ParticipantEntry(participantId, participation, displayed);
    }

    private Optional<Participation> participation(String meetingId, String participantId) {
        return Optional.ofNullable(
                        store(TimelineTopology.PARTICIPANTS).get(StoreKeys.participant(meetingId, participantId)))
                .map(TotalsCodec::participation);
    }

    /** All of a participant's buckets. */
    private PersonScan.Source source(String meetingId, String participantId, Participation participation) {
        return source(meetingId, participantId, participation.firstCapturedAt(), participation.lastCapturedAt());
    }

    private PersonScan.Source source(String meetingId, String participantId, Instant from, Instant to) {
        return new PersonScan.Source() {
            @Override
            public <T> T read(Function<Iterator<Bucket>, T> reader) {
                try (BucketIterator buckets =
                        BucketIterator.over(store(TimelineTopology.BUCKETS), meetingId, participantId, from, to)) {
                    return reader.apply(buckets);
                }
            }
        };
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name) {
        return stores.store(name);
    }
}
