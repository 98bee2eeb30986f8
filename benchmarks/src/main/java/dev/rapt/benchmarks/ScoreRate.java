package dev.rapt.benchmarks;

import dev.rapt.aggregator.topology.PackingRule;
import dev.rapt.aggregator.topology.RetentionRule;
import dev.rapt.aggregator.topology.RocksDbMemory;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How many scores a second one instance counts: the real topology with its real settings, exactly once, on a real broker
 * in the same process, from a topic that is full already. 25 meetings of 100 people at two frames a second are 5,000.
 */
final class ScoreRate {

    private static final int PARTITIONS = 16;
    private static final int MEETINGS = 25;
    private static final int PEOPLE = 100;
    private static final int DEFAULT_SECONDS = 60;
    private static final int FRAMES_A_SECOND = 2;

    private ScoreRate() {}

    /** The first argument says how many seconds of meetings to count, 60 without it. */
    static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_SECONDS;
        Path directory = Files.createTempDirectory("rapt-scores");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka")))) {
            KafkaTopics.create(kafka.bootstrapServers(), PARTITIONS);
            long scores = fill(kafka.bootstrapServers(), seconds);
            measure(kafka.bootstrapServers(), directory.resolve("state"), scores);
        } finally {
            delete(directory);
        }
    }

    private static long fill(String bootstrap, int seconds) {
        List<RecordedFace> faces = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < MEETINGS * PEOPLE; i++) {
            String meeting = "meeting-" + i / PEOPLE;
            faces.add(new RecordedFace(meeting, "participant-" + i % PEOPLE, i));
            keys.add(meeting.getBytes(StandardCharsets.UTF_8));
        }
        long start = System.currentTimeMillis() - Duration.ofSeconds(seconds).toMillis();
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 20);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int frame = 0; frame < seconds * FRAMES_A_SECOND; frame++) {
                for (int i = 0; i < faces.size(); i++) {
                    byte[] value = faces.get(i).next(start, frame).toByteArray();
                    int partition = Keys.partitionOf("meeting-" + i / PEOPLE, PARTITIONS);
                    producer.send(
                            new ProducerRecord<>(Topics.FACE_SCORES, partition, keys.get(i), value),
                            (written, e) -> failure.compareAndSet(null, e));
                }
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The topic can't be filled", failure.get());
        }
        return (long) seconds * FRAMES_A_SECOND * faces.size();
    }

    private static void measure(String bootstrap, Path state, long scores) throws InterruptedException {
        CountingListener listener = new CountingListener();
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(Duration.ofDays(30), Duration.ofMinutes(1), 2_000),
                new PackingRule(Duration.ofMinutes(10), Duration.ofSeconds(1), 1_200),
                listener,
                listener,
                Clock.systemUTC());
        try (KafkaStreams streams = new KafkaStreams(topology.get(), settings(bootstrap, state))) {
            streams.start();
            // The first fifth warms up
            long first = await(listener, scores / 5);
            long from = listener.counted.get();
            long cpu = cpu();
            long last = await(listener, scores);
            double seconds = (last - first) / 1e9;
            System.out.printf(
                    "%d scores counted in %.1f s: %.0f a second, %.0f µs of processor time each, broker included%n",
                    scores - from, seconds, (scores - from) / seconds, (cpu() - cpu) / 1e3 / (scores - from));
        }
    }

    private static long await(CountingListener listener, long scores) throws InterruptedException {
        while (listener.counted.get() < scores) {
            Thread.sleep(5);
        }
        return System.nanoTime();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** As the service sets them. */
    private static Properties settings(String bootstrap, Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "scores");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 8 << 20);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.consumerPrefix("fetch.max.bytes"), 8 << 20);
        settings.put(StreamsConfig.producerPrefix("buffer.memory"), 8 << 20);
        return settings;
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
