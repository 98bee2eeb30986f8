package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.group.GroupFigure;
import dev.rapt.aggregator.group.PublishedMinute;
import dev.rapt.aggregator.group.PublishedRow;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.meeting.PersonalLink;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.Pseudonyms;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of meetings and holds until something else is. */
class StatesTopologyTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> states;
    private TestOutputTopic<byte[], byte[]> written;
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
                new NoFrames(),
                new ToldOfLog(told),
                Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new TopologyTestDriver(topology.get(), settings, NOW);
        states = driver.createInputTopic(
                Topics.MEETING_STATE, new ByteArraySerializer(), new ByteArraySerializer(), NOW, Duration.ZERO);
        written = output(Topics.MEETING_STATE);
        deadLetters = output(Topics.DEAD_LETTERS);
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static final class NoFrames implements FrameListener {
        @Override
        public void counted(ScoredFrame frame) {
            throw new AssertionError("No frame was sent");
        }

        @Override
        public void duplicate() {
            throw new AssertionError("No frame was sent");
        }

        @Override
        public void deadLetter(Fault fault) {
            throw new AssertionError("No frame was sent");
        }

        @Override
        public void deleted(int buckets) {
            assertThat(buckets).isZero();
        }
    }

    private static Declaration titled(String title) {
        return new Declaration(title, List.of("x"), List.of(), Optional.empty(), Optional.empty(), NOW);
    }

    private static Marker marker(String id) {
        return new Marker(id, "Spot", Marker.Kind.ADVERT, NOW, NOW.plusSeconds(30), List.of());
    }

    private void declare(String meeting, String title) {
        send(Keys.ofDeclaration(meeting), StateMessages.of(meeting, titled(title)));
    }

    private void mark(String meeting, String id) {
        send(Keys.ofMarker(meeting, id), StateMessages.of(meeting, marker(id), NOW));
    }

    private void erase(String meeting) {
        send(Keys.ofErasure(meeting), Events.erased(meeting).toByteArray());
    }

    private void send(String key, byte[] value) {
        states.pipeInput(key.getBytes(UTF_8), value);
    }

    private Optional<byte[]> kept(String meeting, StateKind kind, String id) {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(TimelineTopology.STATES_KEPT);
        return Optional.ofNullable(store.get(StoreKeys.state(meeting, kind, id)));
    }

    private int keptAtAll() {
        int kept = 0;
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(TimelineTopology.STATES_KEPT);
        try (var all = store.all()) {
            for (; all.hasNext(); all.next()) {
                kept++;
            }
        }
        return kept;
    }

    @Test
    void whatWasSaidLastHolds() {
        // When
        declare("m", "Biology");
        declare("m", "Biology 101");
        declare("n", "Chemistry");
        send(Keys.ofEnd("m"), StateMessages.of("m", new Ending(NOW), NOW));

        // Then
        assertThat(kept("m", StateKind.DECLARED, "").map(StateMessages::declaration))
                .contains(titled("Biology 101"));
        assertThat(kept("n", StateKind.DECLARED, "").map(StateMessages::declaration))
                .contains(titled("Chemistry"));
        assertThat(kept("m", StateKind.ENDED, "").map(StateMessages::ending)).contains(new Ending(NOW));
        assertThat(kept("n", StateKind.ENDED, "")).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aMarkerThatIsWithdrawnIsGoneAndTheOthersStay() {
        // Given
        mark("m", "a");
        mark("m", "b");
        mark("n", "a");

        // When
        send(Keys.ofMarker("m", "a"), null);
        send(Keys.ofMarker("m", "never-set"), null);

        // Then
        assertThat(kept("m", StateKind.MARKER, "a")).isEmpty();
        assertThat(kept("m", StateKind.MARKER, "b").map(StateMessages::marker)).contains(marker("b"));
        assertThat(kept("n", StateKind.MARKER, "a")).isPresent();
    }

    @Test
    void whatCannotBeKeptIsADeadLetterAndTheNextIsKept() {
        send(Keys.ofDeclaration("n"), StateMessages.of("m", titled("Elsewhere")));
        send(Keys.ofMarker("m", "b"), StateMessages.of("m", marker("a"), NOW));
        send(Keys.ofDeclaration("m"), new byte[] {-1});
        declare("m", "Biology");

        assertThat(told).containsExactly("wrong-key", "wrong-key", "not-a-state");
        assertThat(deadLetters.readValuesToList()).hasSize(3);
        assertThat(keptAtAll()).isEqualTo(1);
    }

    @Test
    void whatIsSaidOfAnErasedMeetingGoesWithItHereAndInKafka() {
        // Given more of it than is deleted in one go, and another whose name begins alike
        declare("m", "Biology");
        send(Keys.ofEnd("m"), StateMessages.of("m", new Ending(NOW), NOW));
        for (String id : List.of("a", "b", "c", "d", "e")) {
            mark("m", id);
        }
        declare("m-2", "Chemistry");

        // When
        erase("m");
        for (int second = 0; second < 5; second++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }

        // Then
        assertThat(keptAtAll()).isEqualTo(1);
        assertThat(kept("m-2", StateKind.DECLARED, "")).isPresent();
        List<KeyValue<byte[], byte[]>> takenBack = written.readKeyValuesToList();
        assertThat(takenBack).allMatch(record -> record.value == null);
        assertThat(takenBack)
                .extracting(record -> new String(record.key, UTF_8))
                .containsExactly(
                        "m/declared/",
                        "m/ended/",
                        "m/marker/a",
                        "m/marker/b",
                        "m/marker/c",
                        "m/marker/d",
                        "m/marker/e");
        assertThat(told).containsExactly("erased");
    }

    @Test
    void whatIsStillSaidOfAnErasedMeetingIsDroppedHereAndInKafka() {
        // Given
        erase("m");

        // When
        declare("m", "Biology");
        mark("m", "a");

        // Then
        assertThat(told).containsExactly("erased", "straggler", "straggler");
        assertThat(keptAtAll()).isZero();
        assertThat(written.readKeyValuesToList())
                .extracting(record -> new String(record.key, UTF_8))
                .containsExactly("m/declared/", "m/marker/a");
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void whoMayBeMeasuredGoesWithAnErasedMeetingHereAndInKafka() {
        // Given
        send(Keys.ofConsent("m", "ada"), StateMessages.of("m", consent("ada")));
        send(Keys.ofConsent("m", "bob"), StateMessages.of("m", consent("bob")));
        String digest = ParticipantDigest.of("m", "ada");
        send(Keys.ofErasedParticipant("m", digest), StateMessages.erasedParticipant("m", digest, "test", NOW));
        send(Keys.ofPseudonymKey("m"), StateMessages.pseudonymKey("m", new byte[Pseudonyms.KEY_LENGTH], NOW));
        PersonalLink link = new PersonalLink("ab".repeat(32), "bob", NOW.plusSeconds(60));
        send(Keys.ofPersonalLink("m", link.tokenSha256()), StateMessages.of("m", link, NOW));
        assertThat(keptAtAll()).isEqualTo(5);

        // When
        erase("m");
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        send(Keys.ofConsent("m", "bob"), StateMessages.of("m", consent("bob")));

        // Then: of whoever was erased, too, whose consent nobody had taken back
        assertThat(keptAtAll()).isZero();
        assertThat(written.readKeyValuesToList())
                .allMatch(record -> record.value == null)
                .extracting(record -> new String(record.key, UTF_8))
                .containsExactlyInAnyOrder(
                        "m/consent/ada",
                        "m/consent/bob",
                        "m/erased-participant/" + digest,
                        "m/pseudonym-key/",
                        "m/personal-link/" + link.tokenSha256(),
                        "m/consent/bob");
    }

    private static Consent consent(String participant) {
        return new Consent(participant, true, "1", "en", Optional.empty(), NOW);
    }

    @Test
    void aPublishedMinuteStandsAsItWasToldFirst() {
        // Given
        PublishedMinute first = minute(800_000);
        send(Keys.ofPublishedMinute("m", NOW.toEpochMilli()), StateMessages.of("m", first));

        // When somebody who has seen one more frame tells it otherwise
        send(Keys.ofPublishedMinute("m", NOW.toEpochMilli()), StateMessages.of("m", minute(850_000)));

        // Then
        assertThat(kept("m", StateKind.PUBLISHED_MINUTE, Long.toString(NOW.toEpochMilli()))
                        .map(StateMessages::publishedMinute))
                .contains(first);
        assertThat(told).isEmpty();
    }

    private static PublishedMinute minute(int attention) {
        PublishedRow row = new PublishedRow("front row", 2, 10, Map.of(GroupFigure.ATTENTION, attention));
        return new PublishedMinute(NOW, Duration.ofSeconds(10), List.of(row));
    }
}
