package dev.rapt.classifier.publish;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.model.Label;
import dev.rapt.classifier.score.FaceFigures;
import dev.rapt.classifier.score.Frame;
import dev.rapt.classifier.score.ModelName;
import dev.rapt.classifier.score.Origin;
import dev.rapt.classifier.score.Outcome;
import dev.rapt.classifier.score.Received;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.Absence;
import dev.rapt.contracts.v1.DeadLetter;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.ModelIdentity;
import dev.rapt.contracts.v1.ScoredFace;
import dev.rapt.contracts.v1.SeenFace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes outcomes as records of face-scores, and those that were given up as dead letters. */
final class ScoreWriter {

    private static final String SERVICE = "classifier";

    private final ClassifierConfig.TopicNames topics;
    private final Clock clock;

    ScoreWriter(ClassifierConfig.TopicNames topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
    }

    ProducerRecord<byte[], byte[]> write(Outcome outcome) {
        if (outcome instanceof Outcome.Scored scored) {
            Frame frame = scored.face().frame();
            return score(frame, scoreOf(frame).setScored(scoredFace(scored)));
        }
        if (outcome instanceof Outcome.Passed passed) {
            return passed(passed.record());
        }
        if (outcome instanceof Outcome.GivenUp givenUp) {
            return new ProducerRecord<>(
                    topics.deadLetters(), deadLetter(givenUp.record()).toByteArray());
        }
        throw new IllegalStateException("No record for " + outcome.getClass());
    }

    private ProducerRecord<byte[], byte[]> passed(Received.Unscored record) {
        FaceScore.Builder score = scoreOf(record.frame());
        if (record instanceof Received.Seen seen) {
            score.setSeen(
                    SeenFace.newBuilder().setFigures(figures(seen.figures())).setGapValue(seen.gap()));
        } else if (record instanceof Received.Absent absent) {
            score.setAbsence(Absence.newBuilder().setReasonValue(absent.reason()));
        }
        return score(record.frame(), score);
    }

    private ProducerRecord<byte[], byte[]> score(Frame frame, FaceScore.Builder score) {
        byte[] key = Keys.ofScore(frame.meetingId()).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topics.scores(), key, score.build().toByteArray());
    }

    private static FaceScore.Builder scoreOf(Frame frame) {
        FaceScore.Builder score = FaceScore.newBuilder()
                .setFrame(FrameId.newBuilder()
                        .setMeetingId(frame.meetingId())
                        .setParticipantId(frame.participantId())
                        .setCapturedAtMs(frame.capturedAt().toEpochMilli()))
                .setReceivedAtMs(frame.receivedAt().toEpochMilli())
                .setSkippedBefore(frame.skippedBefore())
                .setDetector(model(frame.detector()))
                .setTraceParent(frame.traceParent());
        frame.sequence().ifPresent(score::setSequence);
        return score;
    }

    private static ScoredFace scoredFace(Outcome.Scored scored) {
        return ScoredFace.newBuilder()
                .setFigures(figures(scored.face().figures()))
                .addAllProbabilities(scored.scores().probabilities())
                .setDominant(expression(scored.label()))
                .setClassifier(model(scored.model()))
                .build();
    }

    private static dev.rapt.contracts.v1.FaceFigures figures(FaceFigures figures) {
        try {
            return dev.rapt.contracts.v1.FaceFigures.parseFrom(figures.event());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Figures that were readable aren't any more", e);
        }
    }

    private static Expression expression(Label label) {
        return Expression.valueOf("EXPRESSION_" + label.name());
    }

    private static ModelIdentity model(ModelName name) {
        return ModelIdentity.newBuilder()
                .setName(name.name())
                .setVersion(name.version())
                .build();
    }

    private DeadLetter deadLetter(Received.Unusable record) {
        Origin origin = record.origin();
        return DeadLetter.newBuilder()
                .setTopic(origin.topic())
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .setSize(origin.size())
                .setSha256(ByteString.copyFrom(HexFormat.of().parseHex(origin.sha256())))
                .setReason(record.reason().wireName())
                .setService(SERVICE)
                .setAtMs(clock.millis())
                .build();
    }
}
