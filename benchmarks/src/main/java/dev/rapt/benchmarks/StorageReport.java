package dev.rapt.benchmarks;

import dev.rapt.aggregator.timeline.BlockCodec;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.BucketCodec;
import dev.rapt.aggregator.topology.PackingRule;
import dev.rapt.aggregator.topology.RetentionRule;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.contracts.Topics;
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
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What an hour of one participant takes in the store, open and packed, and how long it takes to read. */
final class StorageReport {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final int FRAMES = (int) (Duration.ofHours(1).toMillis() / RecordedFace.INTERVAL_MILLIS);
    private static final int ROUNDS = 2_000;

    private StorageReport() {}

    static void main() throws IOException {
        Path directory = Files.createTempDirectory("rapt-storage");
        try (TopologyTestDriver driver = driver(directory)) {
            TestInputTopic<byte[], byte[]> scores =
                    driver.createInputTopic(Topics.FACE_SCORES, new ByteArraySerializer(), new ByteArraySerializer());
            RecordedFace face = new RecordedFace("weekly-all-hands", "participant-17", 17);
            for (int i = 0; i < FRAMES; i++) {
                FaceScore score = face.next(START.toEpochMilli(), i);
                scores.pipeInput("weekly-all-hands".getBytes(StandardCharsets.UTF_8), score.toByteArray());
            }
            List<KeyValue<Bytes, byte[]>> open = entries(driver);
            driver.advanceWallClockTime(Duration.ofMinutes(10));
            List<KeyValue<Bytes, byte[]>> packed = entries(driver);
            System.out.printf("an hour of a participant | entries | bytes with keys | to read, ms%n---|---|---|---%n");
            print("open", open, () -> buckets(open));
            print("packed", packed, () -> buckets(packed));
            if (!buckets(open).equals(buckets(packed))) {
                throw new IllegalStateException("What was packed differs");
            }
        } finally {
            delete(directory);
        }
    }

    private static TopologyTestDriver driver(Path directory) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "storage");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        CountingListener listener = new CountingListener();
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(Duration.ofDays(30), Duration.ofMinutes(1), 2_000),
                new PackingRule(Duration.ofMinutes(10), Duration.ofSeconds(1), 10_000),
                listener,
                listener,
                Clock.systemUTC());
        return new TopologyTestDriver(topology.get(), settings, START);
    }

    private static List<KeyValue<Bytes, byte[]>> entries(TopologyTestDriver driver) {
        List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(TimelineTopology.BUCKETS);
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entries::add);
        }
        return entries;
    }

    private static List<Bucket> buckets(List<KeyValue<Bytes, byte[]>> entries) {
        List<Bucket> buckets = new ArrayList<>();
        for (KeyValue<Bytes, byte[]> entry : entries) {
            if (BlockCodec.isBlock(entry.value)) {
                buckets.addAll(BlockCodec.decode(entry.value));
            } else {
                buckets.add(BucketCodec.decode(entry.value));
            }
        }
        return buckets;
    }

    private static void print(String what, List<KeyValue<Bytes, byte[]>> entries, Supplier<List<Bucket>> read) {
        long bytes = entries.stream()
                .mapToLong(entry -> entry.key.get().length + entry.value.length)
                .sum();
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            read.get();
            millis[i] = (System.nanoTime() - from) / 1e6;
        }
        // The second half, when the compiler is done
        double median = Arrays.stream(millis)
                .skip(ROUNDS / 2)
                .sorted()
                .skip(ROUNDS / 4)
                .findFirst()
                .orElseThrow();
        System.out.printf("%s | %d | %d | %.2f%n", what, entries.size(), bytes, median);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
