package dev.rapt.aggregator.query;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Those entries of a store that pass, in its order. For one thread; to be closed. */
final class ChosenEntries implements KeyValueIterator<Bytes, byte[]> {

    private final KeyValueIterator<Bytes, byte[]> entries;
    private final BiPredicate<Bytes, byte[]> passes;
    private Optional<KeyValue<Bytes, byte[]>> next = Optional.empty();

    ChosenEntries(KeyValueIterator<Bytes, byte[]> entries, BiPredicate<Bytes, byte[]> passes) {
        this.entries = entries;
        this.passes = passes;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && entries.hasNext()) {
            KeyValue<Bytes, byte[]> candidate = entries.next();
            if (passes.test(candidate.key, candidate.value)) {
                next = Optional.of(candidate);
            }
        }
        return next.isPresent();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        KeyValue<Bytes, byte[]> found = next.orElseThrow();
        next = Optional.empty();
        return found;
    }

    @Override
    public Bytes peekNextKey() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return next.orElseThrow().key;
    }

    @Override
    public void close() {
        entries.close();
    }
}
