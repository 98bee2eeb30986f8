package dev.rapt.aggregator.query;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.aggregator.query.MeetingSearch.Order;
import dev.rapt.aggregator.query.MeetingSearch.Place;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Finds meetings in the stores of this instance: those with frames and those that were declared. Safe for many threads;
 * reading blocks, so not on an event loop.
 */
@ApplicationScoped
public class Meetings {

    private final Stores stores;

    Meetings(TimelineStreams streams, MeetingBook book) {
        this.stores = new Stores(streams, book);
    }

    /** One meeting; found as soon as there is a frame or an event of it, or something was said of it. */
    public Lookup<KnownMeeting> meeting(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            KnownMeeting meeting = new KnownMeeting(
                    meetingId,
                    stores.counted(meetingId),
                    said(meetingId, StateKind.DECLARED)
                            .map(StateMessages::declaration)
                            .map(declaration -> stores.shown(meetingId, declaration)),
                    said(meetingId, StateKind.ENDED).map(StateMessages::ending));
            boolean known = meeting.counted().isPresent()
                    || meeting.declaration().isPresent()
                    || meeting.ending().isPresent()
                    || hasEvents(meetingId);
            return known ? Optional.of(meeting) : Optional.empty();
        });
    }

    /** A part of the list of the meetings of this instance; found even if it is empty. */
    public Lookup<MeetingPage> find(MeetingSearch search) {
        return stores.ofAll(() -> {
            // By id, what comes before the part asked for needs no look at all
            Optional<Bytes> first = search.after()
                    .filter(place -> search.order() == Order.ID)
                    .map(place -> StoreKeys.meeting(place.id()));
            Map<String, Declaration> declared = new HashMap<>();
            Map<String, Ending> ended = new HashMap<>();
            scan(TimelineTopology.STATES_KEPT, first, (key, value) -> {
                StateKind kind = StoreKeys.stateKind(key);
                if (kind == StateKind.DECLARED) {
                    String id = StoreKeys.meetingId(key);
                    declared.put(id, stores.shown(id, StateMessages.declaration(value)));
                } else if (kind == StateKind.ENDED) {
                    ended.put(StoreKeys.meetingId(key), StateMessages.ending(value));
                }
            });
            Map<String, Meeting> counted = new HashMap<>();
            scan(TimelineTopology.MEETINGS, first, (key, value) -> {
                String id = StoreKeys.meetingId(key);
                stores.counted(id, value).ifPresent(meeting -> counted.put(id, meeting));
            });
            Comparator<KnownMeeting> order = Comparator.comparing(Place::of, search.places());
            List<KnownMeeting> found = Stream.concat(counted.keySet().stream(), declared.keySet().stream())
                    .distinct()
                    .map(id -> new KnownMeeting(
                            id,
                            Optional.ofNullable(counted.get(id)),
                            Optional.ofNullable(declared.get(id)),
                            Optional.ofNullable(ended.get(id))))
                    .filter(meeting -> search.isAfter(meeting) && search.matches(meeting))
                    .sorted(order)
                    .filter(meeting -> !stores.isErased(meeting.id()))
                    .limit(search.most() + 1L)
                    .toList();
            boolean more = found.size() > search.most();
            return Optional.of(new MeetingPage(more ? found.subList(0, search.most()) : found, more));
        });
    }

    /** Whose frames were counted, in order of the ids; found even if there is nobody. */
    public Lookup<SortedSet<String>> participantIds(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            SortedSet<String> ids = new TreeSet<>();
            try (KeyValueIterator<Bytes, byte[]> range = stores.store(TimelineTopology.PARTICIPANTS)
                    .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
                range.forEachRemaining(entry -> ids.add(StoreKeys.participantId(entry.key)));
            }
            return Optional.of(ids);
        });
    }

    private Optional<byte[]> said(String meetingId, StateKind kind) {
        return Optional.ofNullable(
                stores.store(TimelineTopology.STATES_KEPT).get(StoreKeys.state(meetingId, kind, "")));
    }

    private boolean hasEvents(String meetingId) {
        try (KeyValueIterator<Bytes, byte[]> events = stores.store(TimelineTopology.LOG)
                .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
            return events.hasNext();
        }
    }

    private void scan(String store, Optional<Bytes> first, BiConsumer<Bytes, byte[]> each) {
        try (KeyValueIterator<Bytes, byte[]> all = stores.store(store).range(first.orElse(null), null)) {
            all.forEachRemaining(entry -> each.accept(entry.key, entry.value));
        }
    }
}
