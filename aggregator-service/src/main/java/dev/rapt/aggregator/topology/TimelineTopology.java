package dev.rapt.aggregator.topology;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Scores and what bots say of meetings in, timelines in six stores, dead letters out: one sub-topology without
 * repartitioning, over topics with the same number of partitions. The stores are plain key-value stores, so a late
 * record updates its bucket for as long as the bucket exists, packed or not.
 */
public final class TimelineTopology implements Supplier<Topology> {

    /** Buckets, and blocks of them, by meeting, participant and start. */
    public static final String BUCKETS = "buckets";
    /** Participations by meeting and participant; always what the buckets come to. */
    public static final String PARTICIPANTS = "participants";
    /** Meetings by id, so that listing them reads no bucket. */
    public static final String MEETINGS = "meetings";

    /** What bots say of meetings, by meeting, participant, moment, kind and source. */
    public static final String LOG = "log";
    /** What is said of meetings and holds until something else is, by meeting, kind and id. */
    public static final String STATES_KEPT = "states";
    /** The marks of erased meetings, by id. */
    public static final String ERASURES = "erasures";

    /** All stores. */
    static final List<String> STORES = List.of(BUCKETS, PARTICIPANTS, MEETINGS, LOG, STATES_KEPT, ERASURES);

    private static final String SCORES = "scores";
    private static final String EVENTS = "events";
    private static final String STATES = "meeting-states";
    private static final String COUNT = "count-frames";
    private static final String KEEP = "keep-log";
    private static final String ERASE = "keep-states";
    private static final String PULSE = "pulse";
    private static final String PULSES = "pulses";
    /** Where dead letters leave. */
    static final String LETTERS = "dead-letters";
    /** Where what isn't so any more leaves. */
    static final String TAKEN_BACK = "states-taken-back";

    private final RetentionRule retention;
    private final PackingRule packing;
    private final FrameListener listener;
    private final LogListener logListener;
    private final Clock clock;
    private final MeetingWatch watch;
    private final DiskRule disk;
    private final Optional<StoreFlusher> flusher;

    /** A topology that deletes and packs by these rules and tells these listeners, by this clock. */
    public TimelineTopology(
            RetentionRule retention,
            PackingRule packing,
            FrameListener listener,
            LogListener logListener,
            Clock clock) {
        this(retention, packing, listener, logListener, clock, MeetingWatch.NOBODY, DiskRule.STILL, Optional.empty());
    }

    private TimelineTopology(
            RetentionRule retention,
            PackingRule packing,
            FrameListener listener,
            LogListener logListener,
            Clock clock,
            MeetingWatch watch,
            DiskRule disk,
            Optional<StoreFlusher> flusher) {
        this.retention = retention;
        this.packing = packing;
        this.listener = listener;
        this.logListener = logListener;
        this.clock = clock;
        this.watch = watch;
        this.disk = disk;
        this.flusher = flusher;
    }

    /** This topology, which also tells this watch. */
    public TimelineTopology watchedBy(MeetingWatch watch) {
        return new TimelineTopology(retention, packing, listener, logListener, clock, watch, disk, flusher);
    }

    /** This topology, whose deleted bytes leave the disks by this rule, with stores that this one flushes. */
    public TimelineTopology forgettingBy(DiskRule disk, StoreFlusher flusher) {
        return new TimelineTopology(
                retention, packing, listener, logListener, clock, watch, disk, Optional.of(flusher));
    }

    @Override
    public Topology get() {
        // Bytes in: what can't be read leaves through the dead letters, in the transaction that passes over it
        Topology topology = new Topology()
                .addSource(
                        SCORES,
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        Topics.FACE_SCORES)
                .addProcessor(COUNT, this::countFrames, SCORES)
                .addSource(
                        EVENTS,
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        Topics.MEETING_LOG)
                .addProcessor(KEEP, () -> new KeepLog(retention, logListener, watch, clock), EVENTS)
                .addSource(
                        STATES,
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        Topics.MEETING_STATE)
                .addProcessor(ERASE, () -> new KeepStates(retention, logListener, watch, clock), STATES)
                // A bucket changes a few times and then never again: a cache would only delay its changelog
                .addStateStore(store(BUCKETS).withCachingDisabled(), COUNT, ERASE)
                // These change with every frame: cached, one write a commit. Queries read through the cache
                .addStateStore(store(PARTICIPANTS).withCachingEnabled(), COUNT, ERASE)
                .addStateStore(store(MEETINGS).withCachingEnabled(), COUNT, ERASE)
                .addStateStore(store(LOG).withCachingDisabled(), KEEP, ERASE)
                // They say how long a meeting is kept
                .addStateStore(store(STATES_KEPT).withCachingEnabled(), COUNT, KEEP, ERASE)
                // Looked up with every record
                .addStateStore(store(ERASURES).withCachingEnabled(), COUNT, KEEP, ERASE)
                .addSink(
                        LETTERS,
                        Topics.DEAD_LETTERS,
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        COUNT,
                        KEEP,
                        ERASE)
                // Into the meeting's own partition, which the longer keys of states don't find by themselves
                .addSink(
                        TAKEN_BACK,
                        Topics.MEETING_STATE,
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        (topic, key, value, partitions) -> Optional.of(Set.of(partitionOf(key, partitions))),
                        ERASE);
        disk.pulse().ifPresent(interval -> pulse(topology, interval));
        return topology;
    }

    private static void pulse(Topology topology, Duration interval) {
        topology.addProcessor(PULSE, () -> new Pulse(interval), STATES)
                .connectProcessorAndStateStores(PULSE, STORES.toArray(String[]::new))
                .addSink(
                        PULSES,
                        Topics.MEETING_STATE,
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        (topic, key, value, partitions) -> Optional.of(Set.of(partitionOfPulse(key))),
                        PULSE);
    }

    private Processor<byte[], byte[], byte[], byte[]> countFrames() {
        return new TellPosition(new CountFrames(retention, packing, listener, logListener, watch, clock), watch);
    }

    private static int partitionOf(byte[] key, int partitions) {
        String name = new String(key, StandardCharsets.UTF_8);
        return Keys.partitionOf(name.substring(0, name.indexOf('/')), partitions);
    }

    private static int partitionOfPulse(byte[] key) {
        String name = new String(key, StandardCharsets.UTF_8);
        return Integer.parseInt(name.substring(name.lastIndexOf('/') + 1));
    }

    private StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        KeyValueBytesStoreSupplier supplier = flusher.<KeyValueBytesStoreSupplier>map(
                        known -> new FlushedStore.Supplier(name, known))
                .orElseGet(() -> Stores.persistentKeyValueStore(name));
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(disk.changelogs().settings());
    }
}
