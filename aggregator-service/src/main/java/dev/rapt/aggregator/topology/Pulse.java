package dev.rapt.aggregator.topology;

import dev.rapt.contracts.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Appends to each changelog of the partition, and to its states in Kafka, now and then: only an append begins a new
 * segment, and only what isn't in the last segment is ever compacted. It deletes a key that never was, so no reader of a
 * store finds anything, and the pulse itself leaves the changelog like any deletion.
 */
final class Pulse implements Processor<byte[], byte[], byte[], byte[]> {

    /** No id begins with it. */
    private static final Bytes NOTHING = Bytes.wrap(new byte[] {0});

    private final Duration interval;

    Pulse(Duration interval) {
        this.interval = interval;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        List<KeyValueStore<Bytes, byte[]>> stores = TimelineTopology.STORES.stream()
                .<KeyValueStore<Bytes, byte[]>>map(context::getStateStore)
                .toList();
        byte[] key = Keys.ofPulse(context.taskId().partition()).getBytes(StandardCharsets.US_ASCII);
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> {
            stores.forEach(store -> store.delete(NOTHING));
            context.forward(new Record<>(key, null, now));
            // Until then nobody reads the states that come after it
            context.commit();
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        // It only hears the clock
    }
}
