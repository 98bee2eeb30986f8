package dev.rapt.classifier.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.classifier.Events;
import dev.rapt.classifier.TestConfig;
import dev.rapt.classifier.TestMeters;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.classifier.model.Label;
import dev.rapt.classifier.score.FaceFigures;
import dev.rapt.classifier.score.Frame;
import dev.rapt.classifier.score.ModelName;
import dev.rapt.classifier.score.Origin;
import dev.rapt.classifier.score.Outcome;
import dev.rapt.classifier.score.Received;
import dev.rapt.classifier.score.UnusableReason;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.DeadLetter;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.meeting.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ScorePublisherTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_009_000L);

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final TestMeters meters = new TestMeters();
    private final ScorePublisher publisher = new ScorePublisher(
            () -> {
                producers.add(new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()));
                return producers.get(producers.size() - 1);
            },
            new ScoreWriter(TestConfig.defaults().topics(), Clock.fixed(NOW, ZoneOffset.UTC)),
            meters.meters());

    @Test
    void writesAScoreWithAllThatTheDetectorSaid() throws Exception {
        publisher.publish(List.of(scored(5)));

        ProducerRecord<byte[], byte[]> record = sent().get(0);
        FaceScore score = FaceScore.parseFrom(record.value());
        assertThat(record.topic()).isEqualTo("face-scores");
        assertThat(record.key()).asString().isEqualTo("m");
        assertThat(score.getFrame().getMeetingId()).isEqualTo("m");
        assertThat(score.getFrame().getParticipantId()).isEqualTo("p");
        assertThat(score.getFrame().getCapturedAtMs()).isEqualTo(5);
        assertThat(score.getReceivedAtMs()).isEqualTo(6);
        assertThat(score.getSequence()).isEqualTo(8);
        assertThat(score.getSkippedBefore()).isEqualTo(2);
        assertThat(score.getDetector().getVersion()).isEqualTo("0.4");
        assertThat(score.getTraceParent()).isEqualTo("trace");
        assertThat(score.getScored().getFigures()).isEqualTo(Events.figures());
        assertThat(score.getScored().getProbabilitiesList()).containsExactly(.125f, 0f, 0f, .5f, .125f, 0f, .25f);
        assertThat(score.getScored().getDominant()).isEqualTo(Expression.EXPRESSION_HAPPY);
        assertThat(score.getScored().getClassifier().getName()).isEqualTo("net");
        assertThat(score.getScored().getClassifier().getVersion()).isEqualTo("2");
    }

    @Test
    void everyLabelHasItsExpression() throws Exception {
        for (Label label : Label.values()) {
            Outcome.Scored scored = scored(5);
            publisher.publish(List.of(new Outcome.Scored(scored.face(), scored.scores(), label, scored.model())));
            Expression written = FaceScore.parseFrom(sent().get(label.ordinal()).value())
                    .getScored()
                    .getDominant();
            assertThat(written.getNumber()).isEqualTo(label.ordinal() + 1);
        }
    }

    @Test
    void passesAnAbsenceOn() throws Exception {
        publisher.publish(List.of(new Outcome.Passed(new Received.Absent(origin(), frame(3), 5))));

        FaceScore score = FaceScore.parseFrom(sent().get(0).value());
        assertThat(score.getAbsence().getReason()).isEqualTo(AbsenceReason.ABSENCE_REASON_CAMERA_OFF);
        assertThat(score.hasScored()).isFalse();
        assertThat(meters.count("rapt.absent.passed")).isEqualTo(1);
    }

    @Test
    void passesAFaceWithAGapOn() throws Exception {
        FaceFigures figures = new FaceFigures(Events.figures().toByteArray());
        publisher.publish(List.of(new Outcome.Passed(new Received.Seen(origin(), frame(3), figures, 2))));

        FaceScore score = FaceScore.parseFrom(sent().get(0).value());
        assertThat(sent().get(0).topic()).isEqualTo("face-scores");
        assertThat(score.getSeen().getGap()).isEqualTo(ExpressionGap.EXPRESSION_GAP_NOT_WANTED);
        assertThat(score.getSeen().getFigures()).isEqualTo(Events.figures());
        assertThat(score.getFrame().getCapturedAtMs()).isEqualTo(3);
        assertThat(meters.count("rapt.seen.passed")).isEqualTo(1);
        assertThat(meters.count("rapt.absent.passed")).isZero();
    }

    @Test
    void sendsNothingOfWhatIsDroppedAndCountsItByTheReason() throws Exception {
        publisher.publish(List.of(new Outcome.Dropped(Refusal.CONSENT_WITHDRAWN), scored(5)));

        assertThat(sent()).hasSize(1);
        assertThat(meters.count("rapt.crops.dropped")).isEqualTo(1);
        assertThat(meters.count("rapt.scores.published")).isEqualTo(1);
    }

    @Test
    void aDeadLetterSaysWhereAndWhy() throws Exception {
        publisher.publish(List.of(new Outcome.GivenUp(new Received.Unusable(origin(), UnusableReason.CROP_SIZE))));

        DeadLetter letter = DeadLetter.parseFrom(sent().get(0).value());
        assertThat(sent().get(0).topic()).isEqualTo("rapt-dead-letters");
        assertThat(letter.getTopic()).isEqualTo("face-crops");
        assertThat(letter.getPartition()).isEqualTo(2);
        assertThat(letter.getOffset()).isEqualTo(71);
        assertThat(letter.getSize()).isEqualTo(2_500);
        assertThat(letter.getSha256().toByteArray()).hasSize(32).containsOnly(0xab);
        assertThat(letter.getReason()).isEqualTo("crop-size");
        assertThat(letter.getService()).isEqualTo("classifier");
        assertThat(letter.getAtMs()).isEqualTo(NOW.toEpochMilli());
        assertThat(meters.count("rapt.dead.letters")).isEqualTo(1);
    }

    @Test
    void countsNothingOfABatchThatIsHalfAcknowledged() throws Exception {
        // Given: the first is acknowledged, the second isn't
        MockProducer<byte[], byte[]> failing =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized void flush() {
                        completeNext();
                        errorNext(new TimeoutException("Expiring 1 record(s)"));
                    }
                };
        ScorePublisher half = new ScorePublisher(
                () -> failing, new ScoreWriter(TestConfig.defaults().topics(), Clock.systemUTC()), meters.meters());

        // When, Then
        assertThatThrownBy(() -> half.publish(List.of(scored(1), scored(2))))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("Expiring");
        assertThat(meters.count("rapt.scores.published")).isZero();
        assertThat(failing.closed()).isTrue();
    }

    @Test
    void aNewProducerTakesOverFromOneThatFailed() throws Exception {
        // Given
        publisher.publish(List.of(scored(1)));
        producers.get(0).sendException = new TimeoutException("no broker");

        // When
        assertThatThrownBy(() -> publisher.publish(List.of(scored(2)))).isInstanceOf(PublishException.class);
        publisher.publish(List.of(scored(2)));

        // Then
        assertThat(producers).hasSize(2);
        assertThat(producers.get(0).closed()).isTrue();
        assertThat(producers.get(1).history()).hasSize(1);
        assertThat(meters.count("rapt.scores.published")).isEqualTo(2);
    }

    private List<ProducerRecord<byte[], byte[]>> sent() {
        return producers.get(0).history();
    }

    private static Outcome.Scored scored(long capturedAt) {
        FaceFigures figures = new FaceFigures(Events.figures().toByteArray());
        return new Outcome.Scored(
                new Received.Face(origin(), frame(capturedAt), figures, new GreyImage(1, 1, new byte[1])),
                ExpressionScores.of(.125f, 0, 0, .5f, .125f, 0, .25f),
                Label.HAPPY,
                new ModelName("net", "2"));
    }

    private static Frame frame(long capturedAt) {
        return new Frame(
                "m",
                "p",
                Instant.ofEpochMilli(capturedAt),
                Instant.ofEpochMilli(capturedAt + 1),
                OptionalLong.of(8),
                2,
                new ModelName("mediapipe", "0.4"),
                "trace");
    }

    private static Origin origin() {
        return new Origin("face-crops", 2, 71, 2_500, "ab".repeat(32));
    }
}
