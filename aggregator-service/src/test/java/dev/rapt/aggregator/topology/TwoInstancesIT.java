package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.timeline.BlockCodec;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import dev.rapt.kafka.setup.KafkaConnection;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances with standbys and static membership on a real broker, with the settings of the service. */
@Tag("long")
class TwoInstancesIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 4;
    private static final int MEETINGS = 8;
    private static final int FRAMES = 200;

    @TempDir
    Path directory;

    private final List<Instance> instances = new ArrayList<>();
    private EmbeddedKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;

    /** One aggregator's streams. */
    private static final class Instance implements FrameListener {
        private static final int CONVERTER = 200;
        private final AtomicInteger counted = new AtomicInteger();
        private final AtomicInteger duplicates = new AtomicInteger();
        private final AtomicInteger reopened = new AtomicInteger();
        private final KafkaStreams streams;

        Instance(String bootstrap, String id, Path state) {
            AggregatorConfig config = new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, CONVERTER, new DurationConverter())
                    .withConverter(MemorySize.class, CONVERTER, new MemorySizeConverter())
                    .withMapping(AggregatorConfig.class)
                    // Nobody asks these
                    .withDefaultValue("rapt.aggregator.streams.application-server", "")
                    .withDefaultValues(Map.of(
                            "rapt.aggregator.streams.instance-id", id,
                            "rapt.aggregator.streams.state-dir", state.toString(),
                            "rapt.aggregator.streams.standby-replicas", "1",
                            "rapt.aggregator.streams.commit-interval", "200ms",
                            "rapt.aggregator.streams.session-timeout", "6s"))
                    .build()
                    .getConfigMapping(AggregatorConfig.class);
            KafkaConnection kafka = KafkaConnection.plain(bootstrap);
            TimelineTopology topology = new TimelineTopology(
                    new RetentionRule(Duration.ofDays(3_650), Duration.ofMinutes(1), 1_000),
                    new PackingRule(Duration.ofSeconds(2), Duration.ofMillis(200), 1_000),
                    this,
                    new ToldOfLog(new ArrayList<>()),
                    Clock.systemUTC());
            streams = new KafkaStreams(topology.get(), new StreamsSettings(config, kafka).properties());
            streams.start();
        }

        /** Whether it runs and counts so many partitions. */
        boolean holds(int partitions) {
            return streams.state() == KafkaStreams.State.RUNNING
                    && streams.metadataForLocalThreads().stream()
                                    .mapToInt(thread -> thread.activeTasks().size())
                                    .sum()
                            == partitions;
        }

        /** Stops at once; a static member says nothing of it to the broker. */
        void fall() {
            streams.close(Duration.ZERO);
        }

        @Override
        public void counted(ScoredFrame frame) {
            counted.incrementAndGet();
        }

        @Override
        public void duplicate() {
            duplicates.incrementAndGet();
        }

        @Override
        public void deadLetter(Fault fault) {
            throw new AssertionError(fault.text());
        }

        @Override
        public void deleted(int buckets) {}

        @Override
        public void reopened() {
            reopened.incrementAndGet();
        }

        ReadOnlyKeyValueStore<Bytes, byte[]> store(String name) {
            return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
        }
    }

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka")));
        KafkaTopics.create(kafka.bootstrapServers(), PARTITIONS);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        instances.forEach(instance -> instance.streams.close(Duration.ofSeconds(10)));
        producer.close();
        kafka.close();
    }

    private Instance instance(String id) {
        Instance instance = new Instance(kafka.bootstrapServers(), id, directory.resolve(id));
        instances.add(instance);
        return instance;
    }

    private static FaceScore frame(int meeting, int number) {
        // Five frames in twelve seconds, over eight minutes
        return Scores.face(
                "m" + meeting,
                "p" + number % 2,
                START.plusMillis(2_400L * number + 17),
                Expression.forNumber(number % 8 + 1));
    }

    private void send(FaceScore score) {
        String meeting = score.getFrame().getMeetingId();
        producer.send(new ProducerRecord<>(
                Topics.FACE_SCORES,
                Keys.partitionOf(meeting, PARTITIONS),
                meeting.getBytes(UTF_8),
                score.toByteArray()));
    }

    /** All buckets that these instances hold, by meeting and participant. */
    private static Map<String, List<Bucket>> timelines(Instance... asked) {
        Map<String, List<Bucket>> timelines = new TreeMap<>();
        for (Instance instance : asked) {
            for (int meeting = 0; meeting < MEETINGS; meeting++) {
                for (String participant : List.of("p0", "p1")) {
                    List<Bucket> buckets = timelines.computeIfAbsent(meeting + participant, key -> new ArrayList<>());
                    try (BucketIterator all = BucketIterator.over(
                            instance.store(TimelineTopology.BUCKETS),
                            "m" + meeting,
                            participant,
                            START,
                            START.plusSeconds(3_600))) {
                        all.forEachRemaining(buckets::add);
                    }
                }
            }
        }
        return timelines;
    }

    private static int frames(Map<String, List<Bucket>> timelines) {
        return timelines.values().stream()
                .flatMap(List::stream)
                .mapToInt(Bucket::frames)
                .sum();
    }

    private static boolean isAllPacked(Instance... asked) {
        for (Instance instance : asked) {
            try (KeyValueIterator<Bytes, byte[]> all =
                    instance.store(TimelineTopology.BUCKETS).all()) {
                while (all.hasNext()) {
                    if (!BlockCodec.isBlock(all.next().value)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean hasWarmStandbys(Instance instance) {
        Map<Integer, Long> lags = new HashMap<>();
        instance.streams
                .allLocalStorePartitionLags()
                .getOrDefault(TimelineTopology.BUCKETS, Map.of())
                .forEach((partition, lag) -> lags.put(partition, lag.offsetLag()));
        // The end of the last transaction is a record too, which a standby never sees
        return lags.size() == PARTITIONS && lags.values().stream().allMatch(lag -> lag <= 1);
    }

    @Test
    void theOtherAnswersTheSameAfterOneFallsAndAnEmptyDiskFillsAgain() throws Exception {
        // Given two instances that share the work, each a standby of the other
        Instance one = instance("one");
        Instance other = instance("other");
        await(() -> one.holds(2) && other.holds(2));
        for (int number = 0; number < FRAMES; number++) {
            for (int meeting = 0; meeting < MEETINGS; meeting++) {
                send(frame(meeting, number));
            }
        }
        await(() -> frames(timelines(one, other)) == MEETINGS * FRAMES);
        await(() -> isAllPacked(one, other));
        await(() -> hasWarmStandbys(one) && hasWarmStandbys(other));
        Map<String, List<Bucket>> before = timelines(one, other);
        int countedByOther = other.counted.get();
        assertThat(countedByOther).isBetween(1, MEETINGS * FRAMES - 1);

        // When one falls
        one.fall();

        // Then the other answers all of it alike, without counting anything again
        await(() -> frames(timelines(other)) == MEETINGS * FRAMES);
        assertThat(timelines(other)).isEqualTo(before);
        assertThat(other.counted).hasValue(countedByOther);

        // When repeated and late frames come for what the fallen one had packed
        for (int meeting = 0; meeting < MEETINGS; meeting++) {
            send(frame(meeting, 7));
            send(Scores.face("m" + meeting, "p0", START.plusMillis(1), Expression.EXPRESSION_SAD));
        }
        await(() -> frames(timelines(other)) == MEETINGS * (FRAMES + 1));

        // Then each is exact
        assertThat(other.duplicates).hasValue(MEETINGS);
        assertThat(other.reopened).hasValue(MEETINGS);
        await(() -> isAllPacked(other));
        Map<String, List<Bucket>> after = timelines(other);

        // When the fallen one comes back with an empty disk, and takes its part of the work once it is warm
        wipe(directory.resolve("one"));
        Instance again = instance("one");
        await(() -> hasWarmStandbys(again));
        other.fall();
        await(() -> frames(timelines(again)) == MEETINGS * (FRAMES + 1));

        // Then
        assertThat(timelines(again)).isEqualTo(after);
        assertThat(again.counted).hasValue(0);
    }

    private static void wipe(Path state) throws Exception {
        try (Stream<Path> paths = Files.walk(state)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isMet(condition)) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(100);
        }
    }

    private static boolean isMet(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (InvalidStateStoreException e) {
            // Taking over
            return false;
        }
    }
}
