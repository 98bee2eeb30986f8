package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.timeline.BlockCodec;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting may say how long it is kept; then all of it goes, from the stores themselves. */
class MeetingRetentionTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration USUAL = Duration.ofHours(10);

    @TempDir
    Path directory;

    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(USUAL, INTERVAL, 500),
                new PackingRule(Duration.ofMinutes(10), Duration.ofSeconds(1), 1_000),
                new Untold(),
                new ToldOfLog(new ArrayList<>()),
                Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new TopologyTestDriver(topology.get(), settings, NOW);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static final class Untold implements FrameListener {
        @Override
        public void counted(ScoredFrame frame) {}

        @Override
        public void duplicate() {}

        @Override
        public void deadLetter(Fault fault) {}

        @Override
        public void deleted(int buckets) {}
    }

    private void send(String topic, String key, byte[] value, Instant at) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key.getBytes(UTF_8), value, at);
    }

    private void declare(String meeting, Optional<Duration> retention) {
        Declaration declaration = new Declaration("A talk", List.of(), List.of(), Optional.empty(), retention, NOW);
        send(Topics.MEETING_STATE, Keys.ofDeclaration(meeting), StateMessages.of(meeting, declaration), NOW);
    }

    /** A quarter of an hour of frames, an event and a marker. */
    private void hold(String meeting) {
        for (int i = 0; i < 18; i++) {
            Instant at = NOW.plusSeconds(50L * i);
            send(
                    Topics.FACE_SCORES,
                    meeting,
                    Scores.face(meeting, "p", at, Expression.EXPRESSION_HAPPY).toByteArray(),
                    NOW);
        }
        send(Topics.MEETING_LOG, meeting, Events.left(meeting, "p", NOW).toByteArray(), NOW);
        Marker marker = new Marker("spot", "Spot", Marker.Kind.ADVERT, NOW, NOW.plusSeconds(30), List.of());
        send(Topics.MEETING_STATE, Keys.ofMarker(meeting, "spot"), StateMessages.of(meeting, marker, NOW), NOW);
    }

    private void pass(Duration time) {
        driver.advanceWallClockTime(time);
        // What comes of one punctuation may let another go on
        driver.advanceWallClockTime(INTERVAL);
        driver.advanceWallClockTime(INTERVAL);
    }

    private long left(String store, String meeting) {
        KeyValueStore<Bytes, byte[]> entries = driver.getKeyValueStore(store);
        long count = 0;
        try (KeyValueIterator<Bytes, byte[]> all = entries.all()) {
            while (all.hasNext()) {
                count += StoreKeys.meetingId(all.next().key).equals(meeting) ? 1 : 0;
            }
        }
        return count;
    }

    private void assertLeft(String meeting, long buckets, long log, long states) {
        assertThat(left(TimelineTopology.BUCKETS, meeting)).as("buckets").isEqualTo(buckets);
        assertThat(left(TimelineTopology.PARTICIPANTS, meeting)).isEqualTo(Math.min(1, buckets));
        assertThat(left(TimelineTopology.MEETINGS, meeting)).isEqualTo(Math.min(1, buckets));
        assertThat(left(TimelineTopology.LOG, meeting)).as("log").isEqualTo(log);
        assertThat(left(TimelineTopology.STATES_KEPT, meeting)).as("states").isEqualTo(states);
    }

    private List<String> takenBack() {
        return driver
                .createOutputTopic(Topics.MEETING_STATE, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .filter(record -> record.value() == null)
                .map(record -> new String(record.key(), UTF_8))
                .toList();
    }

    @Test
    void eachMeetingGoesAfterItsOwnTime() {
        // Given one of an hour, one as usual, one of a day
        declare("short", Optional.of(Duration.ofHours(1)));
        declare("usual", Optional.empty());
        declare("long", Optional.of(Duration.ofDays(1)));
        List.of("short", "usual", "long").forEach(this::hold);

        // When, then: all three packed
        pass(Duration.ofMinutes(50));
        List.of("short", "usual", "long").forEach(meeting -> assertLeft(meeting, 2, 1, 2));

        // When the first ten minutes are an hour old
        pass(Duration.ofMinutes(20));
        assertLeft("short", 1, 0, 2);
        assertLeft("usual", 2, 1, 2);

        // When all of it is
        pass(Duration.ofMinutes(10));
        assertLeft("short", 0, 0, 0);
        assertThat(takenBack()).containsExactlyInAnyOrder(Keys.ofDeclaration("short"), Keys.ofMarker("short", "spot"));
        assertLeft("usual", 2, 1, 2);

        // When, then
        pass(Duration.ofHours(9));
        assertLeft("usual", 0, 0, 0);
        assertLeft("long", 2, 1, 2);
        pass(Duration.ofHours(14));
        assertLeft("long", 0, 0, 0);
    }

    @Test
    void deletesInsideABlockByTheMeetingsOwnTime() {
        // Given
        declare("short", Optional.of(Duration.ofHours(1)));
        hold("short");

        // When five minutes of the first block are an hour old
        pass(Duration.ofMinutes(65).minusSeconds(20));

        // Then
        List<byte[]> blocks = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all =
                driver.<Bytes, byte[]>getKeyValueStore(TimelineTopology.BUCKETS).all()) {
            all.forEachRemaining((KeyValue<Bytes, byte[]> entry) -> blocks.add(entry.value));
        }
        assertThat(blocks).hasSize(2).allMatch(BlockCodec::isBlock);
        assertThat(BlockCodec.decode(blocks.get(0))).hasSize(6);
        assertThat(BlockCodec.decode(blocks.get(0)).get(0).start()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void shorteningItWorksAtOnceAndLengtheningItKeepsWhatIsLeft() {
        // Given
        hold("m");
        pass(Duration.ofHours(2));
        assertLeft("m", 2, 1, 1);

        // When
        declare("m", Optional.of(Duration.ofHours(20)));
        pass(Duration.ofHours(10));
        assertLeft("m", 2, 1, 2);
        declare("m", Optional.of(Duration.ofHours(1)));
        pass(Duration.ZERO);

        // Then
        assertLeft("m", 0, 0, 0);
    }

    @Test
    void whatIsSaidOfAMeetingWaitsForItsFrames() {
        // Given a meeting that is announced, and nothing more
        declare("m", Optional.of(Duration.ofHours(1)));

        // When, then
        pass(Duration.ofMinutes(59));
        assertLeft("m", 0, 0, 1);
        pass(Duration.ofMinutes(1));
        assertLeft("m", 0, 0, 0);
    }

    private void refuse(String meeting, String participant, Instant at) {
        Consent no = new Consent(participant, false, "1", "en", Optional.empty(), at);
        send(Topics.MEETING_STATE, Keys.ofConsent(meeting, participant), StateMessages.of(meeting, no), at);
    }

    @Test
    void whoSaidNoIsForgottenWithTheMeetingButNotWhileItMayGoOn() {
        // Given a meeting in which everybody said no, so that nothing shows whether it goes on
        declare("m", Optional.of(Duration.ofHours(1)));
        refuse("m", "ada", NOW);
        String digest = ParticipantDigest.of("m", "bob");
        send(
                Topics.MEETING_STATE,
                Keys.ofErasedParticipant("m", digest),
                StateMessages.erasedParticipant("m", digest, "test", NOW),
                NOW);

        // When, then
        pass(Duration.ofHours(23));
        assertLeft("m", 0, 0, 3);
        pass(Duration.ofHours(1));
        assertLeft("m", 0, 0, 0);
        // Whoever reads along never sees a meeting that may be measured, without the refusal
        assertThat(takenBack())
                .containsExactly(
                        Keys.ofDeclaration("m"), Keys.ofConsent("m", "ada"), Keys.ofErasedParticipant("m", digest));
        assertThat(left(TimelineTopology.ERASURES, "m")).isZero();
    }

    @Test
    void whoSaidNoIsNotForgottenWhileSomethingOfTheMeetingIsThere() {
        // Given
        declare("m", Optional.of(Duration.ofDays(3)));
        refuse("m", "ada", NOW);
        hold("m");

        // When, then
        pass(Duration.ofDays(2));
        assertLeft("m", 2, 1, 3);
    }
}
