package dev.rapt.aggregator.topology;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.StateStore;
import org.jboss.logging.Logger;

/**
 * Has every open store write what is in its memory to its files, again and again, on one thread of its own. A deletion
 * that stays in memory deletes nothing on the disk, and Kafka Streams by itself writes a store that little comes to only
 * when it is closed. Safe for many threads.
 */
public final class StoreFlusher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StoreFlusher.class);

    private final Set<StateStore> stores = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;

    private StoreFlusher(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** One that flushes this often, until it is closed. */
    public static StoreFlusher every(Duration interval) {
        StoreFlusher flusher = new StoreFlusher(Executors.newSingleThreadScheduledExecutor(StoreFlusher::thread));
        long millis = interval.toMillis();
        flusher.clock.scheduleWithFixedDelay(flusher::flush, millis, millis, TimeUnit.MILLISECONDS);
        return flusher;
    }

    void opened(StateStore store) {
        stores.add(store);
    }

    void closed(StateStore store) {
        stores.remove(store);
    }

    private void flush() {
        for (StateStore store : stores) {
            try {
                if (store.isOpen()) {
                    store.flush();
                }
            } catch (RuntimeException e) {
                // Closed meanwhile, or the disk is full, which the thread that counts will say
                LOG.warnf("The store %s can't be written now: %s", store.name(), e.getMessage());
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "store-flusher");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
