package dev.rapt.aggregator.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.RocksDBStore;

/** A store in RocksDB that, wherever it is open, for counting or as a copy, is known to a {@link StoreFlusher}. */
final class FlushedStore extends RocksDBStore {

    /** As of the stores that Kafka Streams makes itself. */
    private static final String METRICS_SCOPE = "rocksdb";

    private final StoreFlusher flusher;

    private FlushedStore(String name, StoreFlusher flusher) {
        super(name, METRICS_SCOPE);
        this.flusher = flusher;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        super.init(context, root);
        flusher.opened(this);
    }

    @Override
    public void close() {
        flusher.closed(this);
        super.close();
    }

    /** Supplies such stores. */
    record Supplier(String name, StoreFlusher flusher) implements KeyValueBytesStoreSupplier {
        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new FlushedStore(name, flusher);
        }

        @Override
        public String metricsScope() {
            return METRICS_SCOPE;
        }
    }
}
