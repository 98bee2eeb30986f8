package dev.rapt.aggregator.query;

import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.contracts.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * A store, read in the partition of the meeting that the key begins with. What isn't here fails instead of looking empty;
 * a copy stands in where the request lets it. What spans meetings is made of the partitions that are here, and the request
 * is told which those are.
 *
 * <p>Every read throws {@link InvalidStateStoreException} when it can't be made now.
 */
final class MeetingStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {

    private final TimelineStreams streams;
    private final String name;

    MeetingStore(TimelineStreams streams, String name) {
        this.streams = streams;
        this.name = name;
    }

    @Override
    public byte[] get(Bytes key) {
        return read(partition(key), store -> store.get(key));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return StoreKeys.ofOneMeeting(from, to)
                ? read(partition(from), store -> store.range(from, to))
                : ofParts(store -> store.range(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        if (!StoreKeys.ofOneMeeting(from, to)) {
            throw new UnsupportedOperationException("Backwards over many meetings");
        }
        return read(partition(from), store -> store.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return ofParts(ReadOnlyKeyValueStore::all);
    }

    @Override
    public long approximateNumEntries() {
        return streams.owned().stream()
                .mapToLong(partition -> read(partition, ReadOnlyKeyValueStore::approximateNumEntries))
                .sum();
    }

    private int partition(Bytes key) {
        int partitions = streams.partitions();
        if (partitions == 0) {
            throw new InvalidStateStoreException("The streams have not started");
        }
        return Keys.partitionOf(StoreKeys.meetingId(key), partitions);
    }

    private <T> T read(int partition, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, T> question) {
        try {
            return question.apply(streams.store(name, partition));
        } catch (InvalidStateStoreException elsewhere) {
            if (streams.copies(partition)
                    && Reading.current().filter(Reading::takeCopy).isPresent()) {
                return question.apply(streams.copy(name, partition));
            }
            throw elsewhere;
        }
    }

    private KeyValueIterator<Bytes, byte[]> ofParts(
            Function<ReadOnlyKeyValueStore<Bytes, byte[]>, KeyValueIterator<Bytes, byte[]>> question) {
        if (streams.partitions() == 0) {
            throw new InvalidStateStoreException("The streams have not started");
        }
        Optional<Reading> reading = Reading.current();
        Set<Integer> wanted = reading.map(Reading::wanted).orElse(Set.of());
        List<KeyValueIterator<Bytes, byte[]>> found = new ArrayList<>();
        for (int partition : wanted.isEmpty() ? streams.owned() : wanted) {
            try {
                // Copies only stand in where they are asked for: another instance may have the partition itself
                found.add(
                        wanted.isEmpty() ? question.apply(streams.store(name, partition)) : read(partition, question));
                reading.ifPresent(request -> request.cover(partition));
            } catch (InvalidStateStoreException notHere) {
                // Whoever asked sees that this one isn't covered
            }
        }
        return new ChainedIterator(found);
    }
}
