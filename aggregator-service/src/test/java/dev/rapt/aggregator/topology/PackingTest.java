package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.timeline.BlockCodec;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Tally;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofHours(5);
    /** The buckets that a participant has of each stretch here; the driver writes every record to the disk. */
    private static final int EACH = 12;

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> scores;
    private Instant now = NOW;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        TimelineTopology topology = new TimelineTopology(
                new RetentionRule(KEPT, Duration.ofSeconds(10), 500),
                new PackingRule(IDLE, Duration.ofSeconds(1), EACH),
                new Told(),
                new ToldOfLog(told),
                Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new TopologyTestDriver(topology.get(), settings, now);
        scores = driver.createInputTopic(
                Topics.FACE_SCORES, new ByteArraySerializer(), new ByteArraySerializer(), now, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void restart() {
        List<String> names =
                List.of(TimelineTopology.BUCKETS, TimelineTopology.PARTICIPANTS, TimelineTopology.MEETINGS);
        List<List<KeyValue<Bytes, byte[]>>> contents =
                names.stream().map(this::contents).toList();
        driver.close();
        start();
        for (int i = 0; i < names.size(); i++) {
            store(names.get(i)).putAll(contents.get(i));
        }
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
            tell("deleted", buckets);
        }

        @Override
        public void packed(int buckets) {
            tell("packed", buckets);
        }

        @Override
        public void reopened() {
            told.add("reopened");
        }

        private void tell(String what, int buckets) {
            if (buckets > 0) {
                told.add(what + " " + buckets);
            }
        }
    }

    private void send(FaceScore score) {
        scores.pipeInput(score.getFrame().getMeetingId().getBytes(UTF_8), score.toByteArray());
    }

    private static FaceScore happy(String participant, long millis) {
        return Scores.face("m", participant, NOW.plusMillis(millis), Expression.EXPRESSION_HAPPY);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** The driver does one piece of the work each time, however much time has passed. */
    private void passSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            pass(Duration.ofSeconds(1));
        }
    }

    private KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    private List<KeyValue<Bytes, byte[]>> contents(String name) {
        List<KeyValue<Bytes, byte[]>> contents = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store(name).all()) {
            all.forEachRemaining(contents::add);
        }
        return contents;
    }

    private List<byte[]> values(String name) {
        return contents(name).stream().map(entry -> entry.value).toList();
    }

    private long blocks() {
        return values(TimelineTopology.BUCKETS).stream()
                .filter(BlockCodec::isBlock)
                .count();
    }

    private List<Bucket> buckets(String participant) {
        List<Bucket> buckets = new ArrayList<>();
        try (BucketIterator all = BucketIterator.over(
                store(TimelineTopology.BUCKETS), "m", participant, NOW.minus(KEPT), NOW.plus(KEPT))) {
            all.forEachRemaining(buckets::add);
        }
        return buckets;
    }

    /** Half an hour of frames, one in fifty seconds. */
    private void halfAnHourOf(String participant) {
        for (int i = 0; i < 3 * EACH; i++) {
            send(happy(participant, i * 50_000L + 700));
        }
    }

    @Test
    void packsWhatHasBeenIdleAndNotAMomentEarlier() {
        // Given
        halfAnHourOf("p");
        List<Bucket> before = buckets("p");
        told.clear();

        // When
        pass(IDLE.minusMillis(1));
        assertThat(told).isEmpty();
        pass(Duration.ofMillis(1));

        // Then a bounded piece at a time
        assertThat(told).containsExactly("packed 12");
        passSeconds(2);
        assertThat(told).containsExactly("packed 12", "packed 12", "packed 12");
        assertThat(contents(TimelineTopology.BUCKETS)).hasSize(3);
        assertThat(blocks()).isEqualTo(3);
        assertThat(buckets("p")).isEqualTo(before);
    }

    @Test
    void whatIsTouchedNowAndThenStaysOpen() {
        // Given
        send(happy("p", 0));
        send(happy("q", 0));
        for (int minute = 1; minute <= 12; minute++) {
            pass(Duration.ofMinutes(1));
            send(happy("p", minute * 1_000));
        }

        // Then only the other one is packed
        assertThat(told).containsOnlyOnce("packed 1").doesNotContain("reopened");
        assertThat(blocks()).isEqualTo(1);
        pass(IDLE);
        assertThat(blocks()).isEqualTo(2);
    }

    @Test
    void aLateFrameOpensItsStretchWhichIsPackedAgainLater() {
        // Given
        halfAnHourOf("p");
        pass(IDLE);
        passSeconds(3);
        told.clear();

        // When a frame comes for a bucket that is there, and one for a bucket that isn't
        send(happy("p", 604_900));
        send(happy("p", -1));

        // Then the one stretch is open, without a block, and the others aren't
        assertThat(told).containsExactly("reopened", "counted", "counted");
        assertThat(blocks()).isEqualTo(2);
        assertThat(contents(TimelineTopology.BUCKETS)).hasSize(2 + EACH + 1);
        assertThat(buckets("p")).hasSize(37);
        assertThat(buckets("p").stream().mapToInt(Bucket::frames).sum()).isEqualTo(38);

        // When, then
        pass(IDLE);
        passSeconds(1);
        assertThat(blocks()).isEqualTo(4);
        assertThat(contents(TimelineTopology.BUCKETS)).hasSize(4);
        assertThat(buckets("p").stream().mapToInt(Bucket::frames).sum()).isEqualTo(38);
        assertThat(TotalsCodec.participation(
                                values(TimelineTopology.PARTICIPANTS).get(0))
                        .tally())
                .isEqualTo(buckets("p").stream().map(Tally::of).reduce(Tally.ZERO, Tally::plus));
    }

    @Test
    void aLateFrameWhereTheStretchHadNoBucketYet() {
        // Given a stretch whose first and whose last five seconds are missing
        send(happy("p", 5_000));
        pass(IDLE);
        told.clear();

        // When
        send(happy("p", 599_000));
        send(happy("p", 0));

        // Then
        assertThat(told).containsExactly("reopened", "counted", "counted");
        assertThat(blocks()).isZero();
        assertThat(buckets("p"))
                .extracting(bucket -> bucket.capturedAt(0))
                .containsExactly(NOW, NOW.plusSeconds(5), NOW.plusSeconds(599));
    }

    @Test
    void aFrameThatIsInABlockIsADuplicateAndOpensNothing() {
        // Given
        halfAnHourOf("p");
        pass(IDLE);
        passSeconds(3);
        told.clear();

        // When
        send(happy("p", 700));
        send(happy("p", 600_700));
        send(Scores.absent("m", "p", NOW.plusMillis(1_750_700), AbsenceReason.ABSENCE_REASON_DARK));

        // Then
        assertThat(told).containsExactly("duplicate", "duplicate", "duplicate");
        assertThat(blocks()).isEqualTo(3);
    }

    @Test
    void deletesInsideABlockWhatOutlivedTheRetention() {
        // Given
        halfAnHourOf("p");
        pass(IDLE);
        passSeconds(3);
        Instant firstEnds = NOW.plusSeconds(5);
        pass(Duration.between(now, firstEnds.plus(KEPT)).minusSeconds(10));
        assertThat(told).noneMatch(line -> line.startsWith("deleted"));
        told.clear();

        // When a bucket has ended that long ago
        pass(Duration.ofSeconds(15));

        // Then it is gone from the block, and from what it comes to
        assertThat(told).containsExactly("deleted 1");
        assertThat(blocks()).isEqualTo(3);
        assertThat(BlockCodec.decode(values(TimelineTopology.BUCKETS).get(0))).hasSize(11);
        assertThat(TotalsCodec.participation(
                                values(TimelineTopology.PARTICIPANTS).get(0))
                        .firstCapturedAt())
                .isEqualTo(NOW.plusMillis(50_700));
        assertThat(TotalsCodec.meeting(values(TimelineTopology.MEETINGS).get(0)).frames())
                .isEqualTo(35);

        // When, then
        pass(Duration.ofMinutes(30));
        assertThat(contents(TimelineTopology.BUCKETS)).isEmpty();
        assertThat(contents(TimelineTopology.PARTICIPANTS)).isEmpty();
        assertThat(contents(TimelineTopology.MEETINGS)).isEmpty();
    }

    @Test
    void afterARestartPacksWhatWasLeftOpen() {
        // Given one packed stretch and two open ones, of which one gets another frame after the restart
        send(happy("p", 0));
        pass(IDLE);
        send(happy("p", 600_000));
        send(happy("q", 0));
        told.clear();
        restart();
        pass(Duration.ofMinutes(9));
        assertThat(told).isEmpty();
        send(happy("q", 1));

        // When, then the idle one is packed, the other one later
        pass(Duration.ofMinutes(1));
        assertThat(told).containsExactly("counted", "packed 1");
        assertThat(blocks()).isEqualTo(2);
        pass(Duration.ofMinutes(9));
        assertThat(blocks()).isEqualTo(3);
        assertThat(contents(TimelineTopology.BUCKETS)).hasSize(3);
    }

    @Test
    void walksThroughALargeStoreInPieces() {
        // Given more than a piece, open
        for (int participant = 0; participant < 5; participant++) {
            halfAnHourOf("p" + participant);
        }
        restart();
        told.clear();

        // When
        pass(IDLE);

        // Then
        assertThat(told).containsExactly("packed 12");
        passSeconds(40);
        assertThat(blocks()).isEqualTo(15);
        assertThat(contents(TimelineTopology.BUCKETS)).hasSize(15);
    }

    @Test
    void anErasedMeetingIsGoneFromItsBlocksToo() {
        // Given
        halfAnHourOf("p");
        pass(IDLE);
        passSeconds(1);
        assertThat(blocks()).isEqualTo(2);

        // When, with a block yet to be made
        driver.createInputTopic(Topics.MEETING_STATE, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(
                        Keys.ofErasure("m").getBytes(UTF_8), Events.erased("m").toByteArray());
        passSeconds(3);

        // Then
        assertThat(contents(TimelineTopology.BUCKETS)).isEmpty();
        send(happy("p", 700));
        assertThat(told).endsWith("straggler");
        assertThat(contents(TimelineTopology.BUCKETS)).isEmpty();
    }

    @RepeatedTest(5)
    void anyOrderWithPackingAndOpeningInBetweenMakesTheSameBuckets(RepetitionInfo seed) {
        // Given the stores of frames in order, never packed
        Random random = new Random(seed.getCurrentRepetition());
        List<FaceScore> frames = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long millis = random.nextInt(1_500_000);
            frames.add(
                    random.nextInt(5) == 0
                            ? Scores.absent("m", "p" + i % 2, NOW.plusMillis(millis), AbsenceReason.forNumber(1))
                            : Scores.face("m", "p" + i % 2, NOW.plusMillis(millis), Expression.forNumber(i % 8 + 1)));
        }
        frames.forEach(this::send);
        TreeMap<String, List<Bucket>> whole = new TreeMap<>();
        for (String participant : List.of("p0", "p1")) {
            whole.put(participant, buckets(participant));
        }
        List<byte[]> participations = values(TimelineTopology.PARTICIPANTS);
        List<byte[]> meetings = values(TimelineTopology.MEETINGS);
        assertThat(blocks()).isZero();
        driver.close();
        start();
        told.clear();

        // When
        List<FaceScore> shuffled = new ArrayList<>(frames);
        shuffled.addAll(frames.subList(20, 40));
        Collections.shuffle(shuffled, random);
        for (FaceScore frame : shuffled) {
            send(frame);
            if (random.nextInt(6) == 0) {
                pass(Duration.ofMinutes(random.nextInt(12)));
            }
            if (random.nextInt(30) == 0) {
                restart();
            }
        }

        // Then
        assertThat(told).contains("reopened");
        assertThat(told.stream().filter("counted"::equals)).hasSize(60);
        assertThat(told.stream().filter("duplicate"::equals)).hasSize(20);
        whole.forEach((participant, buckets) -> assertThat(buckets(participant)).isEqualTo(buckets));
        assertThat(values(TimelineTopology.PARTICIPANTS)).containsExactlyElementsOf(participations);
        assertThat(values(TimelineTopology.MEETINGS)).containsExactlyElementsOf(meetings);
    }
}
