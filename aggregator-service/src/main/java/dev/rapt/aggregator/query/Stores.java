package dev.rapt.aggregator.query;

import dev.rapt.aggregator.query.Lookup.Erased;
import dev.rapt.aggregator.query.Lookup.Found;
import dev.rapt.aggregator.query.Lookup.NotFound;
import dev.rapt.aggregator.query.Lookup.NotReady;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of this instance, and what becomes of a read when they can't be read or the meeting is erased. */
final class Stores {

    private final TimelineStreams streams;

    Stores(TimelineStreams streams) {
        this.streams = streams;
    }

    /** A store; reads of one meeting go to its partition, and fail when that isn't here. */
    ReadOnlyKeyValueStore<Bytes, byte[]> store(String name) {
        return new MeetingStore(streams, name);
    }

    boolean isErased(String meetingId) {
        return store(TimelineTopology.ERASURES).get(StoreKeys.meeting(meetingId)) != null;
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
