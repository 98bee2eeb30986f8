package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.timeline.Angle;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.BucketCodec;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.Tally;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.DeadLetter;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import java.nio.file.Path;
import java.security.MessageDigest;
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

class TimelineTopologyTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> scores;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(HOUR, Duration.ofSeconds(10), 4),
                new PackingRule(Duration.ofDays(1_000), Duration.ofDays(1), 1),
                new Told(),
                new ToldOfLog(told),
                Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new TopologyTestDriver(topology.get(), settings, NOW);
        scores = driver.createInputTopic(Topics.FACE_SCORES, new ByteArraySerializer(), new ByteArraySerializer());
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private final class Told implements FrameListener {
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

    private static FaceScore happy(String meeting, String participant, long millis) {
        return Scores.face(meeting, participant, NOW.plusMillis(millis), Expression.EXPRESSION_HAPPY);
    }

    private TreeMap<String, byte[]> contents(String name) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(name);
        try (var all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> next = all.next();
                contents.put(next.key.toString(), next.value);
            }
        }
        return contents;
    }

    private Participation participation(String meeting, String participant) {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(TimelineTopology.PARTICIPANTS);
        return TotalsCodec.participation(store.get(StoreKeys.participant(meeting, participant)));
    }

    private Meeting meeting(String meeting) {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(TimelineTopology.MEETINGS);
        return TotalsCodec.meeting(store.get(StoreKeys.meeting(meeting)));
    }

    private List<Bucket> buckets() {
        return contents(TimelineTopology.BUCKETS).values().stream()
                .map(BucketCodec::decode)
                .toList();
    }

    @Test
    void countsAFaceWithoutAnExpressionForItsFigures() {
        // When
        send(Scores.seen("m", "p", NOW, 41.5f, -3));
        send(happy("m", "p", 1_000));

        // Then
        Tally tally = participation("m", "p").tally();
        assertThat(told).containsExactly("counted", "counted");
        assertThat(tally.measuredFrames()).isEqualTo(2);
        assertThat(tally.scoredFrames()).isEqualTo(1);
        assertThat(tally.mean(Angle.YAW)).isEqualTo((41.5 - 3.5) / 2);
        assertThat(buckets().get(0).slots().get(0).measured()).isEqualTo(1);
        assertThat(buckets().get(0).slots().get(0).scored()).isZero();
    }

    @Test
    void countsAFrameOnce() {
        // When
        send(happy("m", "p", 0));
        send(happy("m", "p", 0));
        send(Scores.absent("m", "p", NOW, AbsenceReason.ABSENCE_REASON_DARK));

        // Then
        assertThat(told).containsExactly("counted", "duplicate", "duplicate");
        assertThat(participation("m", "p").tally().frames()).isEqualTo(1);
        assertThat(meeting("m")).isEqualTo(new Meeting(1, 1, NOW, NOW));
    }

    @Test
    void putsFramesOnEitherSideOfAnEdgeIntoTheirBuckets() {
        send(happy("m", "p", 4_999));
        send(happy("m", "p", 5_000));

        assertThat(buckets()).extracting(Bucket::start).containsExactly(NOW, NOW.plusSeconds(5));
    }

    @Test
    void aFrameAnHourLateIsCountedLikeAnyOther() {
        // Given frames of now, and stream time far ahead
        send(happy("m", "p", 0));
        scores.advanceTime(Duration.ofHours(2));

        // When
        send(happy("m", "p", -3_600_000));

        // Then
        assertThat(told).containsExactly("counted", "counted");
        assertThat(participation("m", "p").firstCapturedAt()).isEqualTo(NOW.minusSeconds(3_600));
        assertThat(meeting("m").firstCapturedAt()).isEqualTo(NOW.minusSeconds(3_600));
        assertThat(meeting("m").lastCapturedAt()).isEqualTo(NOW);
    }

    @Test
    void anyOrderWithRepetitionsMakesTheSameStores() {
        // Given
        Random random = new Random(3);
        List<FaceScore> frames = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            frames.add(happy("m" + i % 2, "p" + i % 3, random.nextInt(60_000)));
        }
        frames.forEach(this::send);
        List<TreeMap<String, byte[]>> inOrder =
                List.of(contents("buckets"), contents("participants"), contents("meetings"));
        driver.close();
        start();

        // When
        List<FaceScore> shuffled = new ArrayList<>(frames);
        shuffled.addAll(frames.subList(20, 60));
        Collections.shuffle(shuffled, random);
        shuffled.forEach(this::send);

        // Then
        List<TreeMap<String, byte[]>> any =
                List.of(contents("buckets"), contents("participants"), contents("meetings"));
        for (int i = 0; i < 3; i++) {
            assertThat(any.get(i).keySet()).isEqualTo(inOrder.get(i).keySet());
            int store = i;
            any.get(i).forEach((key, value) -> assertThat(value)
                    .isEqualTo(inOrder.get(store).get(key)));
        }
        assertThat(meeting("m0").participants()).isEqualTo(3);
    }

    @Test
    void aParticipationIsTheSumOfItsBuckets() {
        for (int i = 0; i < 100; i++) {
            send(Scores.face("m", "p", NOW.plusMillis(i * 230), Expression.forNumber(i % 8 + 1)));
        }

        assertThat(participation("m", "p").tally())
                .isEqualTo(buckets().stream().map(Tally::of).reduce(Tally.ZERO, Tally::plus));
    }

    @Test
    void whatCantBeCountedIsADeadLetterAndTheStreamGoesOn() throws Exception {
        // Given
        byte[] secret = "a picture, perhaps".getBytes(UTF_8);

        // When
        send(happy("m", "p", 0));
        scores.pipeInput("m".getBytes(UTF_8), secret);
        scores.pipeInput("m".getBytes(UTF_8), (byte[]) null);
        scores.pipeInput("other".getBytes(UTF_8), happy("m", "p", 7).toByteArray());
        send(happy("m", "no id", 8));
        send(happy("m", "p", 9));

        // Then
        assertThat(told).containsExactly("counted", "not-a-score", "not-a-score", "wrong-key", "bad-id", "counted");
        List<byte[]> letters = deadLetters.readValuesToList();
        assertThat(letters).hasSize(4);
        DeadLetter first = DeadLetter.parseFrom(letters.get(0));
        assertThat(first.getTopic()).isEqualTo("face-scores");
        assertThat(first.getPartition()).isZero();
        assertThat(first.getOffset()).isEqualTo(1);
        assertThat(first.getSize()).isEqualTo(secret.length);
        assertThat(first.getSha256().toByteArray())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(secret));
        assertThat(first.getReason()).isEqualTo("not-a-score");
        assertThat(first.getService()).isEqualTo("aggregator");
        assertThat(first.getAtMs()).isEqualTo(NOW.toEpochMilli());
        assertThat(new String(letters.get(0), UTF_8)).doesNotContain("picture");
    }

    @Test
    void deletesBucketsWhenTheyAreOlderThanTheRetention() {
        // Given ten buckets of one participant, one of another, and one whose last moment is just the retention ago
        for (int i = 0; i < 10; i++) {
            send(happy("m", "p", i * 5_000));
        }
        send(happy("m", "q", 44_000));
        told.clear();

        // When the first bucket has ended an hour ago
        driver.advanceWallClockTime(HOUR.plusSeconds(5).minusMillis(1));
        assertThat(told).isEmpty();
        driver.advanceWallClockTime(Duration.ofSeconds(10));

        // Then it is gone with all it came to
        assertThat(told).containsExactly("deleted 2");
        assertThat(participation("m", "p").firstCapturedAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(participation("m", "p").tally().frames()).isEqualTo(8);
        assertThat(meeting("m")).isEqualTo(new Meeting(2, 9, NOW.plusSeconds(10), NOW.plusSeconds(45)));
    }

    @Test
    void aRecordingOfLastYearIsKeptAsLongAsAnythingElse() {
        // Given
        send(happy("m", "p", -Duration.ofDays(365).toMillis()));
        told.clear();

        // When, then
        driver.advanceWallClockTime(HOUR.minusSeconds(10));
        assertThat(told).isEmpty();
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(told).containsExactly("deleted 1");
        assertThat(contents("meetings")).isEmpty();
    }

    @Test
    void deletesALotInSmallPiecesUntilNothingIsLeft() {
        // Given
        for (int i = 0; i < 30; i++) {
            send(happy("m" + i % 3, "p" + i % 5, i * 5_000));
        }
        told.clear();

        // When
        driver.advanceWallClockTime(HOUR.plusMinutes(5));
        for (int i = 0; i < 20; i++) {
            driver.advanceWallClockTime(Duration.ofSeconds(10));
        }

        // Then
        assertThat(told).allMatch(line -> Integer.parseInt(line.substring("deleted ".length())) <= 4);
        assertThat(told.stream()
                        .mapToInt(line -> Integer.parseInt(line.substring("deleted ".length())))
                        .sum())
                .isEqualTo(30);
        assertThat(contents("buckets")).isEmpty();
        assertThat(contents("participants")).isEmpty();
        assertThat(contents("meetings")).isEmpty();
    }
}
