package dev.rapt.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.DeadLetter;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.ScoredFace;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.InjectKafka;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The running service between two topics of a real broker. */
@QuarkusTest
class CropsToScoresIT {

    @InjectKafka
    EmbeddedKafka kafka;

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "rapt.classifier.model")
    Path model;

    private Topic crops;
    private Topic scores;
    private Topic deadLetters;

    @BeforeEach
    void connect() {
        crops = new Topic(kafka.bootstrapServers(), Topics.FACE_CROPS);
        scores = new Topic(kafka.bootstrapServers(), Topics.FACE_SCORES);
        deadLetters = new Topic(kafka.bootstrapServers(), Topics.DEAD_LETTERS);
    }

    @AfterEach
    void disconnect() {
        crops.close();
        scores.close();
        deadLetters.close();
    }

    @Test
    void everyParticipantsFramesComeOutOnceInOrderUnscoredOnesBetween() throws Exception {
        // Given
        int frames = 120;
        List<String> participants = List.of("ann", "ben", "cem");
        for (int i = 0; i < frames; i++) {
            for (String participant : participants) {
                send(
                        switch (i % 4) {
                            case 3 -> Events.absent("order", participant, i);
                            case 1 -> Events.turned("order", participant, i);
                            default -> Events.face("order", participant, i);
                        });
            }
        }

        // When
        List<FaceScore> out = scoresOf("order", frames * participants.size());

        // Then
        assertThat(out).hasSize(frames * participants.size());
        for (String participant : participants) {
            List<FaceScore> own = out.stream()
                    .filter(score -> score.getFrame().getParticipantId().equals(participant))
                    .toList();
            for (int i = 0; i < frames; i++) {
                assertThat(own.get(i).getFrame().getCapturedAtMs()).isEqualTo(Events.BEGINNING + i);
                assertThat(own.get(i).hasAbsence()).isEqualTo(i % 4 == 3);
                assertThat(own.get(i).hasSeen()).isEqualTo(i % 4 == 1);
            }
        }
        booksAreEven();
    }

    @Test
    void aScoreIsWhatTheModelSaysOfThatVeryCrop() throws Exception {
        // Given
        FaceCrop crop = Events.face("exact", "ann", 3);
        byte[] pixels = crop.getFound().getCrop().getPixels().toByteArray();

        // When
        send(crop);
        FaceScore score = scoresOf("exact", 1).get(0);

        // Then
        try (ExpressionModel alone = ExpressionModel.open(model)) {
            ExpressionScores expected =
                    alone.score(List.of(new GreyImage(48, 48, pixels))).get(0);
            ScoredFace scored = score.getScored();
            for (int i = 0; i < 7; i++) {
                assertThat(scored.getProbabilities(i))
                        .isCloseTo(expected.probabilities().get(i), org.assertj.core.api.Assertions.within(1e-6f));
            }
            String label = alone.card().dominance().labelOf(expected).name();
            assertThat(scored.getDominant().name()).isEqualTo("EXPRESSION_" + label);
            assertThat(scored.getClassifier().getName()).isEqualTo("made-up");
            assertThat(scored.getClassifier().getVersion())
                    .isEqualTo(alone.card().version());
            assertThat(scored.getFigures()).isEqualTo(Events.figures());
        }
        assertThat(score.getFrame()).isEqualTo(crop.getFrame());
        assertThat(score.getReceivedAtMs()).isEqualTo(crop.getReceivedAtMs());
        assertThat(score.getSequence()).isEqualTo(crop.getSequence());
        assertThat(score.getDetector()).isEqualTo(crop.getDetector());
        assertThat(score.getTraceParent()).isEqualTo(crop.getTraceParent());
    }

    @Test
    void aFaceWithAGapGoesOnUnscoredWithAllItsFiguresAndWithoutItsLandmarks() throws Exception {
        // Given
        FaceCrop turned = Events.turned("gap", "ann", 3);

        // When
        send(turned);
        FaceScore score = scoresOf("gap", 1).get(0);

        // Then
        assertThat(score.getSeen().getFigures()).isEqualTo(Events.figures());
        assertThat(score.getSeen().getFigures().hasPose()).isTrue();
        assertThat(score.getSeen().getGap()).isEqualTo(ExpressionGap.EXPRESSION_GAP_TURNED);
        assertThat(score.getFrame()).isEqualTo(turned.getFrame());
        assertThat(score.getSkippedBefore()).isEqualTo(turned.getSkippedBefore());
        assertThat(score.getDetector()).isEqualTo(turned.getDetector());
        assertThat(score.getSerializedSize()).isLessThan(468 * 4);
        booksAreEven();
    }

    @Test
    void poisonIsDeadLetteredWithoutAByteOfItAndTheStreamGoesOn() throws Exception {
        // Given
        byte[] secret = "a face that nobody may read in a letter".getBytes(StandardCharsets.UTF_8);
        byte[] wrongSize = Events.face("poison", "ann", 2, 13, 3, secret).toByteArray();
        double before = count("rapt.dead.letters");

        // When
        send(Events.face("poison", "ann", 1));
        crops.send("poison/ann", secret);
        crops.send("poison/ann", wrongSize);
        crops.send("poison/ann", new byte[0]);
        send(Events.frame("poison", "ann", 4).build());
        send(Events.absent("poison", "ann", 5));
        send(Events.face("poison", "ann", 6));

        // Then
        assertThat(scoresOf("poison", 3))
                .extracting(score -> score.getFrame().getCapturedAtMs() - Events.BEGINNING)
                .containsExactly(1L, 5L, 6L);
        List<ConsumerRecord<byte[], byte[]>> letters = deadLetters.read(4, record -> true);
        List<String> reasons = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : letters) {
            DeadLetter letter = DeadLetter.parseFrom(record.value());
            reasons.add(letter.getReason());
            assertThat(letter.getTopic()).isEqualTo(Topics.FACE_CROPS);
            assertThat(new String(record.value(), StandardCharsets.ISO_8859_1)).doesNotContain("face that");
            assertThat(record.key()).isNull();
        }
        assertThat(reasons).containsExactly("corrupt-record", "crop-size", "empty-record", "missing-finding");
        assertThat(DeadLetter.parseFrom(letters.get(1).value()).getSha256().toByteArray())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(wrongSize));
        assertThat(count("rapt.dead.letters") - before).isEqualTo(4);
        booksAreEven();
    }

    @Test
    void allThatIsOutIsCommittedSoon() throws Exception {
        // Given
        send(Events.absent("commit", "ann", 1));
        scoresOf("commit", 1);

        // When, Then: within the interval and a little more
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (committed(admin) < consumedSoFar() && System.nanoTime() < end) {
                send(Events.absent("commit", "ann", 2));
                Thread.sleep(100);
            }
            assertThat(committed(admin)).isPositive().isLessThanOrEqualTo((long) consumedSoFar());
        }
    }

    @Test
    @Tag("long")
    void aBrokerThatWasAwayFindsItGoingOn() throws Exception {
        // Given
        for (int i = 0; i < 50; i++) {
            send(Events.face("outage", "ann", i));
        }
        crops.flush();

        // When
        kafka.stop();
        Thread.sleep(1_000);
        kafka.start();
        for (int i = 50; i < 100; i++) {
            send(i % 5 == 0 ? Events.absent("outage", "ann", i) : Events.face("outage", "ann", i));
        }

        // Then: nothing is lost, and the first occurrences are in order. What was sent twice because of the outage may
        // come before the last, so it is different ones that are waited for
        crops.flush();
        List<Long> first = momentsOf(scores.read(
                records -> momentsOf(records).size() >= 100, record -> new String(record.key()).equals("outage")));
        List<Long> expected = new ArrayList<>();
        for (long i = 0; i < 100; i++) {
            expected.add(i);
        }
        assertThat(first).isEqualTo(expected);
    }

    private void send(FaceCrop crop) {
        crops.send(crop.getFrame().getMeetingId() + "/" + crop.getFrame().getParticipantId(), crop.toByteArray());
    }

    /** Each once, in the order in which they came first. */
    private static List<Long> momentsOf(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> score(record).getFrame().getCapturedAtMs() - Events.BEGINNING)
                .distinct()
                .toList();
    }

    private static FaceScore score(ConsumerRecord<byte[], byte[]> record) {
        try {
            return FaceScore.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("That is no score", e);
        }
    }

    private List<FaceScore> scoresOf(String meeting, int expected) throws Exception {
        crops.flush();
        List<FaceScore> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record :
                scores.read(expected, record -> new String(record.key()).equals(meeting))) {
            found.add(FaceScore.parseFrom(record.value()));
        }
        return found;
    }

    private long committed(Admin admin) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("rapt-classifier")
                .partitionsToOffsetAndMetadata()
                .get();
        return Set.copyOf(offsets.values()).isEmpty()
                ? 0
                : offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }

    private double consumedSoFar() {
        return count("rapt.crops.consumed") - count("rapt.crops.retried");
    }

    private void booksAreEven() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (unaccounted() != 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(unaccounted()).isZero();
    }

    private double unaccounted() {
        return consumedSoFar()
                - count("rapt.scores.published")
                - count("rapt.absent.passed")
                - count("rapt.seen.passed")
                - count("rapt.crops.dropped")
                - count("rapt.dead.letters");
    }

    private double count(String name) {
        return registry.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
