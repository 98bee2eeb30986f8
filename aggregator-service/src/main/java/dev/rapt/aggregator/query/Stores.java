package dev.rapt.aggregator.query;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.query.Lookup.Erased;
import dev.rapt.aggregator.query.Lookup.Found;
import dev.rapt.aggregator.query.Lookup.NotFound;
import dev.rapt.aggregator.query.Lookup.NotReady;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.aggregator.topology.Erasures;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.MeetingBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of this instance, as far as they may be shown, and what becomes of a read when they can't be read or the
 * meeting is erased. What is erased is left out as soon as this instance has read so, whatever the stores have by then.
 */
final class Stores {

    private final TimelineStreams streams;
    private final MeetingBook book;

    Stores(TimelineStreams streams, MeetingBook book) {
        this.streams = streams;
        this.book = book;
    }

    /** A store; reads of one meeting go to its partition, and fail when that isn't here. */
    ReadOnlyKeyValueStore<Bytes, byte[]> store(String name) {
        return new VisibleStore(new MeetingStore(streams, name), name, book);
    }

    boolean isErased(String meetingId) {
        return book.isErased(meetingId) || isMarked(meetingId);
    }

    /** Whether the stores themselves know that the meeting is erased. */
    boolean isMarked(String meetingId) {
        return Erasures.isErased(store(TimelineTopology.ERASURES).get(StoreKeys.meeting(meetingId)));
    }

    /** What the frames of a meeting come to, of those who may be shown; empty when there are none. */
    Optional<Meeting> counted(String meetingId) {
        return Optional.ofNullable(store(TimelineTopology.MEETINGS).get(StoreKeys.meeting(meetingId)))
                .flatMap(value -> counted(meetingId, value));
    }

    /** The same from what the store has of the meeting. */
    Optional<Meeting> counted(String meetingId, byte[] value) {
        if (!book.hasErasedParticipants(meetingId)) {
            return Optional.of(TotalsCodec.meeting(value));
        }
        // Somebody may be in the sum who isn't shown any more
        Optional<Meeting> sum = Optional.empty();
        try (KeyValueIterator<Bytes, byte[]> seats = store(TimelineTopology.PARTICIPANTS)
                .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
            while (seats.hasNext()) {
                Participation next = TotalsCodec.participation(seats.next().value);
                sum = Optional.of(sum.map(others -> others.with(next)).orElseGet(() -> Meeting.of(next)));
            }
        }
        return sum;
    }

    /** A declaration whose groups have none of those who are erased. */
    Declaration shown(String meetingId, Declaration declaration) {
        if (!book.hasErasedParticipants(meetingId)) {
            return declaration;
        }
        List<Group> groups = declaration.groups().stream()
                .map(group -> new Group(
                        group.name(),
                        group.participantIds().stream()
                                .filter(id -> !book.isErased(meetingId, id))
                                .collect(Collectors.toSet())))
                .toList();
        return declaration.with(groups);
    }

    /** What comes of reading something of one meeting. */
    <T> Lookup<T> ofMeeting(String meetingId, Supplier<Optional<T>> read) {
        try {
            return isErased(meetingId) ? new Erased<>() : found(read);
        } catch (InvalidStateStoreException e) {
            return new NotReady<>();
        }
    }

    /** What comes of reading something of all. */
    <T> Lookup<T> ofAll(Supplier<Optional<T>> read) {
        try {
            return found(read);
        } catch (InvalidStateStoreException e) {
            return new NotReady<>();
        }
    }

    private static <T> Lookup<T> found(Supplier<Optional<T>> read) {
        return read.get().<Lookup<T>>map(Found::new).orElseGet(NotFound::new);
    }
}
