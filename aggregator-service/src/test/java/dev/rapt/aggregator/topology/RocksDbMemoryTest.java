package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RocksDB itself says of the memory of each store. */
class RocksDbMemoryTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path directory;

    private record NoListener() implements FrameListener {
        @Override
        public void counted(ScoredFrame frame) {}

        @Override
        public void duplicate() {}

        @Override
        public void deadLetter(Fault fault) {}

        @Override
        public void deleted(int buckets) {}
    }

    private TopologyTestDriver driver() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(Duration.ofDays(30), Duration.ofMinutes(1), 100),
                new PackingRule(Duration.ofMinutes(10), Duration.ofSeconds(1), 10_000),
                new NoListener(),
                new ToldOfLog(new ArrayList<>()),
                Clock.systemUTC());
        return new TopologyTestDriver(topology.get(), settings, NOW);
    }

    /** By store. */
    private static Map<String, BigInteger> property(TopologyTestDriver driver, String name) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .collect(Collectors.toMap(metric -> metric.getKey().tags().get("rocksdb-state-id"), metric ->
                        (BigInteger) metric.getValue().metricValue()));
    }

    @Test
    void allStoresShareOneBoundedCache() {
        try (TopologyTestDriver driver = driver()) {
            // Given half an hour of ten people, written, packed and read
            TestInputTopic<byte[], byte[]> scores =
                    driver.createInputTopic(Topics.FACE_SCORES, new ByteArraySerializer(), new ByteArraySerializer());
            for (int i = 0; i < 400; i++) {
                Instant at = NOW.plusMillis(5_000L * i);
                scores.pipeInput(
                        "m".getBytes(UTF_8),
                        Scores.face("m", "p" + i % 10, at, Expression.EXPRESSION_HAPPY)
                                .toByteArray());
            }
            driver.advanceWallClockTime(Duration.ofMinutes(10));

            // Then each store says the same of the cache, because there is one
            Map<String, BigInteger> capacity = property(driver, "block-cache-capacity");
            assertThat(capacity.keySet())
                    .containsAll(List.of(
                            TimelineTopology.BUCKETS,
                            TimelineTopology.PARTICIPANTS,
                            TimelineTopology.MEETINGS,
                            TimelineTopology.LOG,
                            TimelineTopology.STATES_KEPT,
                            TimelineTopology.ERASURES));
            assertThat(capacity.values()).containsOnly(BigInteger.valueOf(RocksDbMemory.DEFAULT_BYTES));
            assertThat(property(driver, "block-cache-usage").values()).hasSameSizeAs(capacity.values());
            assertThat(Map.copyOf(property(driver, "block-cache-usage")).values().stream()
                            .distinct())
                    .hasSize(1);

            // Then what isn't written yet is charged to it, and all of it stays below
            BigInteger used = property(driver, "block-cache-usage").get(TimelineTopology.BUCKETS);
            BigInteger unwritten = property(driver, "cur-size-all-mem-tables").get(TimelineTopology.BUCKETS);
            assertThat(unwritten).isPositive();
            assertThat(used).isGreaterThanOrEqualTo(unwritten).isLessThan(capacity.get(TimelineTopology.BUCKETS));
        }
    }
}
