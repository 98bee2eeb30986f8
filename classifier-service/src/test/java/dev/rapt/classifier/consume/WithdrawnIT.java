package dev.rapt.classifier.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.Events;
import dev.rapt.classifier.Meetings;
import dev.rapt.classifier.TestConfig;
import dev.rapt.classifier.TestMeters;
import dev.rapt.classifier.Topic;
import dev.rapt.classifier.score.ModelService;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.InjectKafka;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.follow.StateFollower;
import dev.rapt.meeting.policy.PolicyFile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A classifier that lags: crops are written, then their participants change their minds, then it starts. */
@QuarkusTest
class WithdrawnIT {

    private static final String CROPS = "lagging-crops";
    private static final String SCORES = "lagging-scores";
    private static final int FRAMES = 40;

    @InjectKafka
    EmbeddedKafka kafka;

    @Inject
    ModelService models;

    private final TestMeters books = new TestMeters();

    @Test
    void scoresNobodyWhoSaidNoWhileTheCropsWereOnTheirWay() throws Exception {
        // Given
        createTopics();
        try (Topic crops = new Topic(kafka.bootstrapServers(), CROPS);
                Topic states = new Topic(kafka.bootstrapServers(), Topics.MEETING_STATE)) {
            Meetings meetings = new Meetings((key, state) -> states.send(key, state.toByteArray()));
            meetings.declare("lagging", Signals.ATTENTION_AND_EXPRESSION, ConsentRule.EXPLICIT);
            meetings.declare("attentive", Signals.ATTENTION, ConsentRule.ASSUMED);
            List.of("stays", "withdraws", "erased").forEach(who -> meetings.consent("lagging", who, true));
            for (int i = 0; i < FRAMES; i++) {
                for (String who : List.of("stays", "withdraws", "erased")) {
                    send(crops, i % 4 == 0 ? Events.absent("lagging", who, i) : Events.face("lagging", who, i));
                }
                send(crops, Events.face("attentive", "anybody", i));
                send(crops, Events.face("over", "anybody", i));
                send(crops, Events.face("undeclared", "anybody", i));
            }
            crops.flush();
            meetings.consent("lagging", "withdraws", false);
            states.send("lagging/consent/erased", null);
            meetings.eraseParticipant("lagging", "erased");
            meetings.erase("over");
            states.flush();

            // When
            List<FaceScore> scores = startAndRead();

            // Then
            assertThat(of(scores, "lagging", "stays")).hasSize(FRAMES);
            assertThat(of(scores, "undeclared", "anybody")).hasSize(FRAMES).allMatch(FaceScore::hasScored);
            assertThat(of(scores, "attentive", "anybody"))
                    .hasSize(FRAMES)
                    .allMatch(score -> score.getSeen().getGap() == ExpressionGap.EXPRESSION_GAP_NOT_WANTED);
            assertThat(scores).hasSize(3 * FRAMES);
            assertThat(books.count("rapt.crops.dropped")).isEqualTo(3 * FRAMES);
            assertThat(books.unaccounted()).isZero();
        }
    }

    private List<FaceScore> startAndRead() throws Exception {
        ClassifierConfig config = TestConfig.with(Map.of(
                "rapt.classifier.kafka.group", "lagging",
                "rapt.classifier.topics.crops", CROPS,
                "rapt.classifier.topics.scores", SCORES));
        MeetingBook book = new MeetingBook(PolicyFile.shipped(), Optional.empty());
        CropConsumer consumer =
                new CropConsumer(config, KafkaConnection.plain(kafka.bootstrapServers()), models, book, books.meters());
        try (Topic scores = new Topic(kafka.bootstrapServers(), SCORES);
                StateFollower follower = new StateFollower(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        "lagging-rules",
                        Duration.ofSeconds(1),
                        book)) {
            consumer.start(new StartupEvent());
            assertThat(consumer.trouble()).isPresent();
            follower.open();
            awaitConsumed();
            return scores.read(3 * FRAMES, record -> true).stream()
                    .map(WithdrawnIT::score)
                    .toList();
        } finally {
            consumer.stop(new ShutdownEvent());
        }
    }

    private void awaitConsumed() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while ((books.count("rapt.crops.consumed") < 6 * FRAMES || books.unaccounted() != 0)
                && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(CROPS, 2, (short) 1), new NewTopic(SCORES, 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(Topic crops, FaceCrop crop) {
        crops.send(crop.getFrame().getMeetingId() + "/" + crop.getFrame().getParticipantId(), crop.toByteArray());
    }

    private static List<FaceScore> of(List<FaceScore> scores, String meeting, String participant) {
        return scores.stream()
                .filter(score -> score.getFrame().getMeetingId().equals(meeting)
                        && score.getFrame().getParticipantId().equals(participant))
                .toList();
    }

    private static FaceScore score(ConsumerRecord<byte[], byte[]> record) {
        try {
            return FaceScore.parseFrom(record.value());
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
