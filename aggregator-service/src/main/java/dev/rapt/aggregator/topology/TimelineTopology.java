package dev.rapt.aggregator.topology;

import dev.rapt.contracts.Topics;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Scores in, timelines in three stores, dead letters out: one sub-topology without repartitioning. The stores are
 * plain key-value stores, so a late record updates its bucket for as long as the bucket exists.
 */
public final class TimelineTopology implements Supplier<Topology> {

    /** Buckets by meeting, participant and start. */
    public static final String BUCKETS = "buckets";
    /** Participations by meeting and participant; always what the buckets come to. */
    public static final String PARTICIPANTS = "participants";
    /** Meetings by id, so that listing them reads no bucket. */
    public static final String MEETINGS = "meetings";

    private static final String SCORES = "scores";
    private static final String COUNT = "count-frames";
    private static final String DEAD_LETTERS = "dead-letters";

    private final RetentionRule retention;
    private final FrameListener listener;
    private final Clock clock;

    /** A topology that deletes by this rule and tells this listener, by this clock. */
    public TimelineTopology(RetentionRule retention, FrameListener listener, Clock clock) {
        this.retention = retention;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Topology get() {
        // Bytes in: what can't be read leaves through the dead letters, in the transaction that passes over it
        return new Topology()
                .addSource(
                        SCORES,
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        Topics.FACE_SCORES)
                .addProcessor(COUNT, () -> new CountFrames(retention, listener, clock), SCORES)
                // A bucket changes a few times and then never again: a cache would only delay its changelog
                .addStateStore(store(BUCKETS).withCachingDisabled(), COUNT)
                // These change with every frame: cached, one write a commit. Queries read through the cache
                .addStateStore(store(PARTICIPANTS).withCachingEnabled(), COUNT)
                .addStateStore(store(MEETINGS).withCachingEnabled(), COUNT)
                .addSink(
                        DEAD_LETTERS,
                        Topics.DEAD_LETTERS,
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        COUNT);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
    }
}
