package dev.rapt.aggregator.query;

import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** One iterator after the other; closes all of them. */
final class ChainedIterator implements KeyValueIterator<Bytes, byte[]> {

    private final List<KeyValueIterator<Bytes, byte[]>> parts;
    private int at;

    ChainedIterator(List<KeyValueIterator<Bytes, byte[]>> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public boolean hasNext() {
        while (at < parts.size() && !parts.get(at).hasNext()) {
            at++;
        }
        return at < parts.size();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        requireNext();
        return parts.get(at).next();
    }

    @Override
    public Bytes peekNextKey() {
        requireNext();
        return parts.get(at).peekNextKey();
    }

    private void requireNext() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
    }

    @Override
    public void close() {
        parts.forEach(KeyValueIterator::close);
    }
}
