package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.contracts.Compaction;
import dev.rapt.contracts.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulseTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path directory;

    private final StoreFlusher flusher = StoreFlusher.every(Duration.ofHours(1));
    private TopologyTestDriver driver;

    private record NoListener() implements FrameListener {
        @Override
        public void counted(ScoredFrame frame) {}

        @Override
        public void duplicate() {}

        @Override
        public void deadLetter(Fault fault) {
            throw new AssertionError(fault.text());
        }

        @Override
        public void deleted(int buckets) {}
    }

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        TimelineTopology topology = new TimelineTopology(
                        new RetentionRule(Duration.ofDays(30), Duration.ofMinutes(1), 100),
                        new PackingRule(Duration.ofMinutes(10), Duration.ofSeconds(1), 10_000),
                        new NoListener(),
                        new ToldOfLog(new ArrayList<>()),
                        Clock.systemUTC())
                .forgettingBy(new DiskRule(Optional.of(Duration.ofMinutes(1)), Compaction.WITHIN_AN_HOUR), flusher);
        driver = new TopologyTestDriver(topology.get(), settings, NOW);
    }

    @AfterEach
    void stop() {
        driver.close();
        flusher.close();
    }

    private List<TestRecord<String, byte[]>> written(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Test
    void everyChangelogAndTheStatesAreAppendedToAndNoStoreShowsIt() {
        // When nothing comes for a minute
        driver.advanceWallClockTime(Duration.ofMinutes(1));

        // Then
        for (String store : TimelineTopology.STORES) {
            assertThat(written("test-" + store + "-changelog"))
                    .as(store)
                    .singleElement()
                    .satisfies(pulse -> assertThat(pulse.value()).isNull());
            try (KeyValueIterator<Bytes, byte[]> all =
                    driver.<Bytes, byte[]>getKeyValueStore(store).all()) {
                assertThat(all.hasNext()).as(store).isFalse();
            }
        }
        List<TestRecord<String, byte[]>> states = written(Topics.MEETING_STATE);
        assertThat(states).singleElement().satisfies(pulse -> {
            assertThat(pulse.key()).isEqualTo("/pulse/0");
            assertThat(pulse.value()).isNull();
        });

        // When the pulse comes back as a state
        driver.createInputTopic(Topics.MEETING_STATE, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>("/pulse/0".getBytes(US_ASCII), (byte[]) null));

        // Then it says nothing
        assertThat(driver.<Bytes, byte[]>getKeyValueStore(TimelineTopology.STATES_KEPT)
                        .approximateNumEntries())
                .isZero();
    }
}
