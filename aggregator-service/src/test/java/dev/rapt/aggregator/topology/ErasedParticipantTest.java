package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.event.StateMessages;
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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a participant who is erased, says no, or says yes again. */
class ErasedParticipantTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant AGAIN = NOW.plusSeconds(1_800);
    private static final List<String> KEPT = List.of(
            TimelineTopology.BUCKETS, TimelineTopology.PARTICIPANTS, TimelineTopology.MEETINGS, TimelineTopology.LOG);
    private static final List<String> PEOPLE = List.of("ada", "ad", "bob", "ada-2");
    private static final String ERASED = "ada";

    @TempDir
    Path directory;

    /** One record, or so much time without one. */
    private record Deed(String participant, Instant at, String topic, String key, byte[] value, Duration pause) {
        static Deed pause(Duration time) {
            return new Deed("", NOW, "", "", new byte[0], time);
        }
    }

    private static final class Run implements FrameListener, AutoCloseable {
        private final List<String> told = new ArrayList<>();
        private final TopologyTestDriver driver;
        private int counted;

        Run(Path directory) {
            Properties settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
            settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
            TimelineTopology topology = new TimelineTopology(
                    new RetentionRule(Duration.ofDays(3_650), Duration.ofHours(1), 500),
                    new PackingRule(Duration.ofMinutes(10), Duration.ofMinutes(1), 10_000),
                    this,
                    new ToldOfLog(told),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            driver = new TopologyTestDriver(topology.get(), settings, NOW);
        }

        void run(Deed deed) {
            if (deed.topic().isEmpty()) {
                driver.advanceWallClockTime(deed.pause());
            } else {
                // An end of the topic's, so that no arrival depends on what else has come
                driver.createInputTopic(deed.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                        .pipeInput(deed.key().getBytes(UTF_8), deed.value(), deed.at());
            }
        }

        SortedMap<String, String> kept() {
            SortedMap<String, String> kept = new TreeMap<>();
            for (String store : KEPT) {
                entries(store)
                        .forEach(entry -> kept.put(
                                store + ' ' + new String(entry.key.get(), UTF_8).replace('\0', '/'),
                                HexFormat.of().formatHex(entry.value)));
            }
            return kept;
        }

        List<KeyValue<Bytes, byte[]>> entries(String store) {
            List<KeyValue<Bytes, byte[]>> found = new ArrayList<>();
            KeyValueStore<Bytes, byte[]> entries = driver.getKeyValueStore(store);
            try (KeyValueIterator<Bytes, byte[]> all = entries.all()) {
                all.forEachRemaining(found::add);
            }
            return found;
        }

        long stragglers() {
            return told.stream().filter("straggler"::equals).count();
        }

        @Override
        public void counted(ScoredFrame frame) {
            counted++;
        }

        @Override
        public void duplicate() {}

        @Override
        public void deadLetter(Fault fault) {
            throw new AssertionError(fault.text());
        }

        @Override
        public void deleted(int buckets) {}

        @Override
        public void close() {
            driver.close();
        }
    }

    private static Deed frame(String participant, Instant at) {
        byte[] value = Scores.face("m", participant, at, Expression.forNumber(1 + (int) (at.toEpochMilli() % 8)))
                .toByteArray();
        return new Deed(participant, at, Topics.FACE_SCORES, "m", value, Duration.ZERO);
    }

    private static Deed speech(String participant, Instant at, boolean on) {
        byte[] value =
                (on ? Events.speechOn("m", participant, at) : Events.speechOff("m", participant, at)).toByteArray();
        return new Deed(participant, at, Topics.MEETING_LOG, "m", value, Duration.ZERO);
    }

    private static Deed consent(String participant, boolean given, Optional<Instant> notBefore) {
        byte[] value =
                StateMessages.of("m", new Consent(participant, given, "1", "en", notBefore, notBefore.orElse(NOW)));
        return new Deed(participant, NOW, Topics.MEETING_STATE, Keys.ofConsent("m", participant), value, Duration.ZERO);
    }

    private static Deed erasure(String meeting, String participant) {
        String digest = ParticipantDigest.of(meeting, participant);
        byte[] value = StateMessages.erasedParticipant(meeting, digest, "test", NOW);
        return new Deed(
                participant,
                NOW,
                Topics.MEETING_STATE,
                Keys.ofErasedParticipant(meeting, digest),
                value,
                Duration.ZERO);
    }

    private static Deed takeBack(String participant) {
        return new Deed(participant, NOW, Topics.MEETING_STATE, Keys.ofConsent("m", participant), null, Duration.ZERO);
    }

    /** So many frames and events in any order, with pauses in which what is idle is packed. */
    private static List<Deed> history(Random random, int length) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String participant = PEOPLE.get(random.nextInt(PEOPLE.size()));
            Instant at = NOW.plusMillis(random.nextInt(3_600_000));
            int kind = random.nextInt(20);
            if (kind == 0) {
                deeds.add(Deed.pause(Duration.ofMinutes(11)));
            } else if (kind < 4) {
                deeds.add(speech(participant, at, random.nextBoolean()));
            } else {
                deeds.add(frame(participant, at));
            }
        }
        return deeds;
    }

    private static boolean isOf(Deed deed, String participant) {
        return deed.participant().equals(participant);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void erasingIsAsIfTheParticipantHadNeverCome(long seed) {
        // Given a meeting of everybody, in which everybody agreed, and two topologies
        Random random = new Random(seed);
        List<Deed> before = history(random, 40);
        List<Deed> agreed =
                PEOPLE.stream().map(who -> consent(who, true, Optional.empty())).toList();
        try (Run all = new Run(directory.resolve("all"));
                Run without = new Run(directory.resolve("without"))) {
            agreed.forEach(all::run);
            before.forEach(all::run);
            before.stream().filter(deed -> !isOf(deed, ERASED)).forEach(without::run);
            assertThat(all.kept()).isNotEqualTo(without.kept());

            // When one of them is erased
            all.run(erasure("m", ERASED));

            // Then at once
            assertThat(all.kept()).isEqualTo(without.kept());

            // When repeated, late and new ones still come, shuffled, and what was said is taken back at some time
            List<Deed> after = new ArrayList<>(history(random, 20));
            before.stream().filter(deed -> random.nextInt(3) == 0).forEach(after::add);
            after.add(takeBack(ERASED));
            Collections.shuffle(after, random);
            after.forEach(all::run);
            after.stream().filter(deed -> !isOf(deed, ERASED)).forEach(without::run);

            // Then
            assertThat(all.kept()).isEqualTo(without.kept());
            assertThat(all.stragglers())
                    .isEqualTo(after.stream().filter(deed -> isOf(deed, ERASED)).count() - 1);

            // When the participant agrees again, from a moment on
            all.run(consent(ERASED, true, Optional.of(AGAIN)));
            List<Deed> rest = history(random, 20);
            rest.addAll(List.of(frame(ERASED, AGAIN), frame(ERASED, AGAIN.minusMillis(1))));
            Collections.shuffle(rest, random);
            rest.forEach(all::run);
            rest.stream()
                    .filter(deed -> !isOf(deed, ERASED) || !deed.at().isBefore(AGAIN))
                    .forEach(without::run);

            // Then only what came after that is there
            assertThat(all.kept()).isEqualTo(without.kept());
            assertThat(all.kept().keySet()).anyMatch(key -> key.startsWith("participants m/ada/"));

            // When erased once more, and once more by a record that comes again
            all.run(erasure("m", ERASED));
            all.run(erasure("m", ERASED));
            all.run(frame(ERASED, AGAIN.plusSeconds(1)));

            // Then
            assertThat(all.kept().keySet()).noneMatch(key -> key.contains("m/ada/"));
        }
    }

    @Test
    void packedTimeGoesToo() {
        try (Run run = new Run(directory)) {
            // Given
            for (int i = 0; i < 40; i++) {
                run.run(frame("ada", NOW.plusSeconds(10L * i)));
                run.run(frame("bob", NOW.plusSeconds(10L * i)));
            }
            run.run(Deed.pause(Duration.ofMinutes(11)));
            assertThat(run.entries(TimelineTopology.BUCKETS))
                    .hasSize(2)
                    .allMatch(entry -> BlockCodec.isBlock(entry.value));

            // When
            run.run(erasure("m", "ada"));

            // Then
            assertThat(run.entries(TimelineTopology.BUCKETS))
                    .hasSize(1)
                    .allMatch(entry -> StoreKeys.participantId(entry.key).equals("bob"));
        }
    }

    @Test
    void onlyOfThatMeetingAndOnlyThatParticipant() {
        try (Run run = new Run(directory)) {
            // Given
            run.run(frame("ada", NOW));
            SortedMap<String, String> before = run.kept();

            // When
            run.run(erasure("n", "ada"));
            run.run(erasure("m", "bob"));

            // Then
            assertThat(run.kept()).isEqualTo(before);
            run.run(frame("ada", NOW.plusSeconds(1)));
            assertThat(run.counted).isEqualTo(2);
        }
    }

    @Test
    void whoSaysNoIsCountedNoMoreAndKeepsThePast() {
        try (Run run = new Run(directory)) {
            // Given
            run.run(frame("ada", NOW));
            run.run(speech("ada", NOW, true));
            SortedMap<String, String> before = run.kept();

            // When
            run.run(consent("ada", false, Optional.empty()));
            run.run(frame("ada", NOW.plusSeconds(1)));
            run.run(frame("ada", NOW.minusSeconds(1)));
            run.run(speech("ada", NOW.plusSeconds(1), false));

            // Then
            assertThat(run.kept()).isEqualTo(before);
            assertThat(run.stragglers()).isEqualTo(3);

            // When
            run.run(consent("ada", true, Optional.of(AGAIN)));
            run.run(frame("ada", AGAIN.minusMillis(1)));
            run.run(frame("ada", AGAIN));

            // Then
            assertThat(run.counted).isEqualTo(2);
            assertThat(run.stragglers()).isEqualTo(4);
        }
    }
}
