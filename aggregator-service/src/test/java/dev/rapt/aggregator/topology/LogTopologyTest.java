package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.DeadLetter;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.MeetingEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTopologyTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final List<String> KEPT = List.of(
            TimelineTopology.BUCKETS, TimelineTopology.PARTICIPANTS, TimelineTopology.MEETINGS, TimelineTopology.LOG);

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> scores;
    private TestInputTopic<byte[], byte[]> events;
    private TestInputTopic<byte[], byte[]> states;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(Duration.ofHours(1), Duration.ofSeconds(10), 4),
                new PackingRule(Duration.ofDays(1_000), Duration.ofDays(1), 1),
                new Frames(),
                new ToldOfLog(told),
                Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new TopologyTestDriver(topology.get(), settings, NOW);
        scores = input(Topics.FACE_SCORES);
        events = input(Topics.MEETING_LOG);
        states = input(Topics.MEETING_STATE);
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer(), NOW, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private final class Frames implements FrameListener {
        @Override
        public void counted(ScoredFrame frame) {
            told.add("counted");
        }

        @Override
        public void duplicate() {
            told.add("duplicate");
        }

        @Override
        public void deadLetter(Fault fault) {
            told.add(fault.text());
        }

        @Override
        public void deleted(int buckets) {
            if (buckets > 0) {
                told.add("deleted " + buckets);
            }
        }

        @Override
        public void packed(int buckets) {
            told.add("packed " + buckets);
        }

        @Override
        public void reopened() {
            told.add("reopened");
        }
    }

    private void send(FaceScore score) {
        scores.pipeInput(score.getFrame().getMeetingId().getBytes(UTF_8), score.toByteArray());
    }

    private void send(MeetingEvent event) {
        events.pipeInput(event.getMeetingId().getBytes(UTF_8), event.toByteArray());
    }

    private void erase(String meeting) {
        states.pipeInput(
                Keys.ofErasure(meeting).getBytes(UTF_8), Events.erased(meeting).toByteArray());
    }

    private static FaceScore face(String meeting, String participant, long millis) {
        return Scores.face(meeting, participant, NOW.plusMillis(millis), Expression.EXPRESSION_HAPPY);
    }

    private TreeMap<String, String> contents(String name) {
        TreeMap<String, String> contents = new TreeMap<>();
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(name);
        try (var all = store.all()) {
            all.forEachRemaining(next -> contents.put(next.key.toString(), new Bytes(next.value).toString()));
        }
        return contents;
    }

    private long keysOf(String meeting) {
        return KEPT.stream()
                .flatMap(store -> contents(store).keySet().stream())
                .filter(key -> key.equals(meeting) || key.startsWith(meeting + "\\x00"))
                .count();
    }

    @Test
    void keepsAnEventOnceHoweverOftenItComes() {
        send(Events.speechOn("m", "p", NOW));
        send(Events.speechOn("m", "p", NOW));
        send(Events.speechOff("m", "p", NOW));
        send(Events.speechOn("m", "p", NOW).toBuilder().setSource("recall").build());

        assertThat(told).containsExactly("kept", "repeated", "kept", "kept");
        assertThat(contents(TimelineTopology.LOG)).hasSize(3);
    }

    @Test
    void anyOrderWithRepetitionsMakesTheSameLog() {
        // Given names that contradict each other among them
        List<MeetingEvent> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(Events.speechOn("m" + i % 2, "p" + i % 3, NOW.plusSeconds(i)));
            all.add(Events.joined("m" + i % 2, "p" + i % 3, NOW.plusSeconds(i % 7), "Name " + i));
        }
        all.forEach(this::send);
        TreeMap<String, String> inOrder = contents(TimelineTopology.LOG);
        driver.close();
        start();

        // When
        all.addAll(all.subList(20, 60));
        Collections.shuffle(all, new Random(3));
        all.forEach(this::send);

        // Then
        assertThat(contents(TimelineTopology.LOG)).isEqualTo(inOrder);
    }

    @Test
    void whatCantBeKeptIsADeadLetterAndTheLogGoesOn() throws Exception {
        // When
        events.pipeInput("m".getBytes(UTF_8), "Ada, perhaps".getBytes(UTF_8));
        events.pipeInput("m".getBytes(UTF_8), Events.left("n", "p", NOW).toByteArray());
        states.pipeInput("m/erased/".getBytes(UTF_8), "Ada, perhaps".getBytes(UTF_8));
        states.pipeInput("m/gallery-epoch/".getBytes(UTF_8), Events.epoch("m").toByteArray());
        send(Events.left("m", "p", NOW));

        // Then
        assertThat(told).containsExactly("not-an-event", "wrong-key", "not-a-state", "kept");
        List<byte[]> letters = deadLetters.readValuesToList();
        assertThat(letters).hasSize(3);
        assertThat(DeadLetter.parseFrom(letters.get(0)).getTopic()).isEqualTo(Topics.MEETING_LOG);
        assertThat(DeadLetter.parseFrom(letters.get(2)).getTopic()).isEqualTo(Topics.MEETING_STATE);
        assertThat(new String(letters.get(0), UTF_8)).doesNotContain("Ada");
    }

    @Test
    void anErasedMeetingIsGoneFromEveryStoreAndItsStragglersAreDropped() {
        // Given three meetings, of which one is longer than what is deleted in one go, and one whose name begins alike
        for (int i = 0; i < 10; i++) {
            send(face("m", "p" + i % 2, i * 5_000));
            send(face("m-2", "p", i * 5_000));
            send(Events.speechOn("m", "p", NOW.plusSeconds(i)));
        }
        send(Events.speechOn("m-2", "p", NOW));
        assertThat(keysOf("m")).isEqualTo(10 + 2 + 1 + 10);
        told.clear();

        // When
        erase("m");

        // Then lists are without it at once, and the rest goes bit by bit
        assertThat(contents(TimelineTopology.MEETINGS).keySet()).containsExactly("m-2");
        assertThat(keysOf("m")).isEqualTo(23 - 4);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(keysOf("m")).isEqualTo(23 - 8);
        for (int i = 0; i < 5; i++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
        assertThat(keysOf("m")).isZero();
        assertThat(keysOf("m-2")).isEqualTo(10 + 1 + 1 + 1);

        // When something of it still comes, and it is erased again
        send(face("m", "p", 60_000));
        send(Events.left("m", "p", NOW));
        erase("m");
        send(face("m-2", "p", 60_000));

        // Then
        assertThat(told).containsExactly("erased", "straggler", "straggler", "counted");
        assertThat(keysOf("m")).isZero();
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(contents(TimelineTopology.ERASURES).keySet()).containsExactly("m");
    }

    @Test
    void aMeetingThatIsErasedBeforeItBeginsIsNeverCounted() {
        erase("m");
        send(face("m", "p", 0));

        assertThat(told).containsExactly("erased", "straggler");
        assertThat(keysOf("m")).isZero();
    }

    @Test
    void whenTheMarkIsTakenAwayTheMeetingMayBeginAnew() {
        erase("m");
        states.pipeInput(Keys.ofErasure("m").getBytes(UTF_8), (byte[]) null);
        send(face("m", "p", 0));

        assertThat(told).containsExactly("erased", "counted");
    }

    @Test
    void eventsAreForgottenWhenTheyAreOlderThanTheRetention() {
        // Given more than one go can look at, some of them of last year
        for (int i = 0; i < 5; i++) {
            send(Events.speechOn("m", "p", NOW.plusSeconds(i)));
            send(Events.speechOn("m", "p", NOW.minus(Duration.ofDays(365)).plusSeconds(i)));
        }
        send(Events.speechOn("m", "p", NOW.plusSeconds(600)));
        told.clear();

        // When, then nothing that arrived less long ago than the retention goes
        driver.advanceWallClockTime(Duration.ofMinutes(59));
        assertThat(told).isEmpty();
        for (int i = 0; i < 12; i++) {
            driver.advanceWallClockTime(Duration.ofSeconds(10));
        }
        assertThat(told).allMatch(line -> line.startsWith("forgotten"));
        assertThat(contents(TimelineTopology.LOG)).hasSize(1);
    }
}
