package dev.rapt.benchmarks;

import dev.rapt.aggregator.event.ScoreReader;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.timeline.BlockCodec;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.BucketCodec;
import dev.rapt.aggregator.timeline.Stretch;
import dev.rapt.aggregator.topology.BucketIterator;
import dev.rapt.aggregator.topology.PackingRule;
import dev.rapt.aggregator.topology.RetentionRule;
import dev.rapt.aggregator.topology.RocksDbMemory;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.contracts.v1.FaceScore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** What an hour of one participant takes in the store, open and packed, and how long it takes to read. */
final class StorageReport {

    private static final String MEETING = "weekly-all-hands";
    private static final String PARTICIPANT = "participant-17";
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final int FRAMES = (int) (Duration.ofHours(1).toMillis() / RecordedFace.INTERVAL_MILLIS);
    private static final int ROUNDS = 2_000;

    private StorageReport() {}

    static void main() throws IOException {
        List<Bucket> buckets = List.copyOf(anHour());
        List<KeyValue<Bytes, byte[]>> open = buckets.stream()
                .map(bucket -> KeyValue.pair(key(bucket.start()), BucketCodec.encode(bucket)))
                .toList();
        List<KeyValue<Bytes, byte[]>> packed = buckets.stream()
                .collect(Collectors.groupingBy(
                        bucket -> Stretch.startOf(bucket.start()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(stretch -> KeyValue.pair(key(stretch.getKey()), BlockCodec.encode(stretch.getValue())))
                .toList();
        System.out.printf("an hour of a participant | entries | bytes, keys included | to read, ms%n---|---|---|---%n");
        print("open", open, buckets);
        print("packed", packed, buckets);
    }

    private static Bytes key(Instant start) {
        return StoreKeys.bucket(MEETING, PARTICIPANT, start);
    }

    private static Collection<Bucket> anHour() {
        RecordedFace face = new RecordedFace(MEETING, PARTICIPANT, 17);
        TreeMap<Instant, Bucket> buckets = new TreeMap<>();
        for (int i = 0; i < FRAMES; i++) {
            FaceScore score = face.next(START.toEpochMilli(), i);
            ScoredFrame frame =
                    (ScoredFrame) ScoreReader.read(MEETING.getBytes(StandardCharsets.UTF_8), score.toByteArray());
            Instant start = Bucket.startOf(frame.observation().capturedAt());
            Bucket before = buckets.getOrDefault(start, Bucket.empty(start));
            buckets.put(start, before.add(frame.observation()).bucket());
        }
        return buckets.values();
    }

    private static void print(String what, List<KeyValue<Bytes, byte[]>> entries, List<Bucket> expected)
            throws IOException {
        long bytes = entries.stream()
                .mapToLong(entry -> entry.key.get().length + entry.value.length)
                .sum();
        Path directory = Files.createTempDirectory("rapt-storage");
        try (TopologyTestDriver driver = driver(directory)) {
            KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(TimelineTopology.BUCKETS);
            store.putAll(entries);
            store.flush();
            double[] millis = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long from = System.nanoTime();
                List<Bucket> read = read(store);
                millis[i] = (System.nanoTime() - from) / 1e6;
                if (read.size() != expected.size()) {
                    throw new IllegalStateException("What was read differs");
                }
            }
            // The median of the second half, when the compiler is done
            double[] late = Arrays.stream(millis).skip(ROUNDS / 2).sorted().toArray();
            System.out.printf("%s | %d | %d | %.2f%n", what, entries.size(), bytes, late[late.length / 2]);
            if (!read(store).equals(expected)) {
                throw new IllegalStateException("What was read differs");
            }
        } finally {
            ScoreRate.delete(directory);
        }
    }

    private static List<Bucket> read(KeyValueStore<Bytes, byte[]> store) {
        List<Bucket> buckets = new ArrayList<>();
        try (BucketIterator all =
                BucketIterator.over(store, MEETING, PARTICIPANT, START, START.plus(Duration.ofHours(2)))) {
            all.forEachRemaining(buckets::add);
        }
        return buckets;
    }

    /** It only holds the store, as the service configures it. */
    private static TopologyTestDriver driver(Path directory) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "storage");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
        CountingListener listener = new CountingListener();
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(Duration.ofDays(30), Duration.ofMinutes(1), 2_000),
                new PackingRule(Duration.ofMinutes(10), Duration.ofSeconds(1), 1_200),
                listener,
                listener,
                Clock.systemUTC());
        return new TopologyTestDriver(topology.get(), settings, START);
    }
}
