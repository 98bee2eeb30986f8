package dev.rapt.detector.boot;

import static dev.rapt.detector.testing.Detector.frames;
import static dev.rapt.detector.testing.Detector.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.testing.BotMessages;
import dev.rapt.detector.testing.CropLog;
import dev.rapt.detector.testing.DeclaredOnly;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.Rules;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The detector with its rules, over a real broker whose topics are read raw. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedKafkaResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = DeclaredOnly.class, restrictToAnnotatedClass = true)
@Timeout(180)
class WhoMayBeMeasuredIT {

    private static final Logger LOG = Logger.getLogger(WhoMayBeMeasuredIT.class);
    private static final byte[] PICTURE = Pictures.face();
    private static final Terms ASKED = terms(Purpose.RESEARCH, Signals.ATTENTION_AND_EXPRESSION);
    private static final String AGREES = "ada-agrees";
    private static final String REFUSES = "bob-refuses";
    private static final String SILENT = "cid-says-nothing";
    private static final String CHANGES = "dan-changes";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @InjectKafka
    EmbeddedKafka kafka;

    @Inject
    Books books;

    private Detector detector;

    @BeforeEach
    void begin() throws Exception {
        detector = new Detector(port);
        detector.awaitReady();
    }

    @Test
    void aMeetingThatNobodyHasDeclaredIsRefusedAndTheAnswerSaysHowToDeclareIt() throws Exception {
        double before = detector.metric("rapt_frames_rejected_total{reason=\"meeting-undeclared\"}");

        // When
        HttpResponse<String> refused = detector.postJpeg(frames("unknown", "ada"), PICTURE);
        HttpResponse<String> event = detector.post(
                "/v1/meetings/unknown/events",
                "{\"type\":\"left\",\"participantId\":\"ada\",\"at\":%d}"
                        .formatted(System.currentTimeMillis())
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/json"));
        HttpResponse<String> gallery = detector.postJpeg("/v1/meetings/unknown/frames", PICTURE);

        // Then
        assertThat(problem(refused, 403, "meeting-undeclared").path("detail").asText())
                .contains("PUT /v1/meetings/", "purpose", "region", "signals", "consent", "view");
        problem(event, 403, "meeting-undeclared");
        problem(gallery, 403, "meeting-undeclared");
        assertThat(List.of(refused, event, gallery))
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1"));
        try (StreamClient stream = new StreamClient(port, "unknown")) {
            stream.send(StreamFrames.of("ada", System.currentTimeMillis(), OptionalLong.empty(), PICTURE));
            assertThat(stream.next().path("reason").asText()).isEqualTo("meeting-undeclared");
        }
        assertThat(detector.metric("rapt_frames_rejected_total{reason=\"meeting-undeclared\"}"))
                .isEqualTo(before + 3);
    }

    @Test
    void nothingOfWhoeverRefusesGetsAnywhereWhileTheOthersAreMeasured() throws Exception {
        try (Rules rules = new Rules(kafka.bootstrapServers());
                CropLog crops = CropLog.open(kafka.bootstrapServers());
                StreamClient stream = new StreamClient(port, "room")) {
            // Given
            rules.declare("room", ASKED);
            rules.say("room", AGREES, true, Optional.empty());
            rules.say("room", REFUSES, false, Optional.empty());
            rules.say("room", CHANGES, true, Optional.empty());
            awaitAccepted("room", CHANGES);
            BooksSnapshot before = books.snapshot();
            Room room = new Room(stream);

            // When one of them says no
            room.send(40);
            long said = System.nanoTime();
            rules.say("room", CHANGES, false, Optional.empty());
            room.sendUntil(CHANGES, "consent-withdrawn");
            LOG.infof("A withdrawal holds %d ms after it was written", (System.nanoTime() - said) / 1_000_000);
            long refusedFrom = room.lastSent;
            room.send(40);
            // and yes again
            Instant again = Instant.ofEpochMilli(room.lastSent + 1);
            rules.say("room", CHANGES, true, Optional.of(again));
            room.sendUntil(CHANGES, "published");
            room.send(20);
            stream.send(StreamFrames.of(CHANGES, refusedFrom, OptionalLong.empty(), PICTURE));
            room.sent();
            room.awaitAll();

            // Then every one of those refused is counted under its reason
            Map<String, Integer> fates = room.fates;
            Map<RefusalReason, Long> rejected = books.snapshot().rejected();
            for (RefusalReason reason : List.of(
                    RefusalReason.CONSENT_WITHDRAWN,
                    RefusalReason.CONSENT_MISSING,
                    RefusalReason.CAPTURED_BEFORE_CONSENT)) {
                assertThat(rejected.get(reason) - before.rejected().get(reason))
                        .as(reason.reason())
                        .isEqualTo(fates.entrySet().stream()
                                .filter(fate -> fate.getKey().endsWith(" " + reason.reason()))
                                .mapToLong(Map.Entry::getValue)
                                .sum())
                        .isPositive();
            }
            assertThat(fates.keySet().stream().filter(fate -> fate.startsWith(REFUSES)))
                    .containsExactly(REFUSES + " consent-withdrawn");
            assertThat(fates.keySet().stream().filter(fate -> fate.startsWith(SILENT)))
                    .containsExactly(SILENT + " consent-missing");
            assertThat(fates).containsKeys(CHANGES + " captured-before-consent", AGREES + " published");
            assertThat(books.snapshot().accountedFor())
                    .isEqualTo(books.snapshot().received());
            assertThat(books.snapshot().received() - before.received()).isEqualTo(room.count);

            // And of whoever changed nothing is recorded that was captured while refusing
            List<FaceCrop> records =
                    crops.read().stream().map(ConsumerRecord::value).toList();
            assertThat(records)
                    .filteredOn(record -> record.getFrame().getParticipantId().equals(CHANGES))
                    .extracting(record -> record.getFrame().getCapturedAtMs())
                    .isNotEmpty()
                    .allMatch(at -> at < refusedFrom || at >= again.toEpochMilli());
        }
        assertUnwritten(REFUSES, SILENT);
    }

    @Test
    void eventsAndNamesOfWhoeverRefusesAreNotWritten() throws Exception {
        try (Rules rules = new Rules(kafka.bootstrapServers());
                StreamClient bot = new StreamClient(
                        URI.create("ws://localhost:" + port + "/v1/meetings/talk/bots/recall?acks=true"))) {
            // Given one who has agreed and one who hasn't been asked
            rules.declare("talk", ASKED);
            rules.say("talk", "71", true, Optional.empty());
            long now = System.currentTimeMillis();
            awaitAccepted("talk", "71");

            // When
            bot.sendText(BotMessages.fill("recall-event", event("speech_on", 4711, now)));
            JsonNode refused = bot.next();
            bot.sendText(BotMessages.frame("recall-video-png", "4711", now, PICTURE));
            JsonNode rejected = bot.next();
            bot.sendText(BotMessages.fill("recall-event", event("speech_on", 71, now)));
            bot.sendText(BotMessages.frame("recall-video-png", "71", now, PICTURE));

            // Then
            assertThat(refused.path("type").asText()).isEqualTo("error");
            assertThat(refused.path("reason").asText()).isEqualTo("consent-missing");
            assertThat(rejected.path("reason").asText()).isEqualTo("consent-missing");
            assertThat(bot.next().path("status").asText()).isIn("published", "absent");
        }
        assertUnwritten("4711");
        // The name that came with the frame, and that the one speaks
        long end = System.nanoTime() + 30_000_000_000L;
        while (raw(Topics.MEETING_LOG).size() < 2) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
        assertUnwritten("4711");
    }

    @Test
    void whereThePolicyForbidsExpressionsNoCropLeavesWhateverIsDeclared() throws Exception {
        try (Rules rules = new Rules(kafka.bootstrapServers());
                CropLog crops = CropLog.open(kafka.bootstrapServers())) {
            // Given a record that says what no answer of the API would
            rules.declare("work", terms(Purpose.WORKPLACE, Signals.ATTENTION_AND_EXPRESSION));
            rules.say("work", "ada", true, Optional.empty());

            // When
            awaitAccepted("work", "ada");

            // Then
            assertThat(crops.read())
                    .isNotEmpty()
                    .extracting(ConsumerRecord::value)
                    .allSatisfy(record -> {
                        assertThat(record.hasFound()).isTrue();
                        assertThat(record.getFound().getFigures().hasPose()).isTrue();
                        assertThat(record.getFound().getGap()).isEqualTo(ExpressionGap.EXPRESSION_GAP_NOT_WANTED);
                        assertThat(record.getFound().hasCrop()).isFalse();
                        assertThat(record.getFound().hasLandmarks()).isFalse();
                    });
        }
    }

    @Test
    void anErasedParticipantIsGoneUntilConsentIsGivenAgain() throws Exception {
        try (Rules rules = new Rules(kafka.bootstrapServers())) {
            rules.declare("left", ASKED);
            rules.say("left", "ada", true, Optional.empty());
            awaitAccepted("left", "ada");

            // When
            rules.erase("left", "ada");
            awaitStatus("left", "ada", 410);
            problem(detector.postJpeg(frames("left", "ada"), PICTURE), 410, "participant-erased");

            // Then
            rules.say("left", "ada", true, Optional.of(Instant.now()));
            awaitAccepted("left", "ada");
        }
    }

    private static Terms terms(Purpose purpose, Signals signals) {
        return new Terms(purpose, "DE", signals, ConsentRule.EXPLICIT, View.INDIVIDUAL, false, "");
    }

    private static Map<String, Object> event(String type, int id, long at) {
        return Map.of("TYPE", type, "ID", id, "PLATFORM", "null", "MILLIS", at);
    }

    private void awaitAccepted(String meetingId, String participantId) throws Exception {
        awaitStatus(meetingId, participantId, 202);
    }

    private void awaitStatus(String meetingId, String participantId, int status) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        HttpResponse<String> answer = detector.postJpeg(frames(meetingId, participantId), PICTURE);
        while (answer.statusCode() != status && System.nanoTime() < end) {
            Thread.sleep(20);
            answer = detector.postJpeg(frames(meetingId, participantId), PICTURE);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private void assertUnwritten(String... participantIds) {
        for (String topic : List.of(Topics.FACE_CROPS, Topics.MEETING_LOG)) {
            assertThat(raw(topic))
                    .noneMatch(text -> List.of(participantIds).stream().anyMatch(text::contains));
        }
    }

    /** Keys and values as they are, byte by byte. */
    private List<String> raw(String topic) {
        List<String> texts = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    texts.add(new String(record.key(), StandardCharsets.ISO_8859_1)
                            + new String(record.value(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts;
    }

    /** Everybody's camera at a video's full rate, and what becomes of each frame. */
    private static final class Room {

        private static final List<String> PEOPLE = List.of(AGREES, REFUSES, SILENT, CHANGES);
        private static final long FRAME_MILLIS = 33;

        private final StreamClient stream;
        /** How many by participant and status or reason. */
        private final Map<String, Integer> fates = new TreeMap<>();

        private long lastSent =
                System.currentTimeMillis() - Duration.ofMinutes(10).toMillis();
        private int count;
        private int answered;

        Room(StreamClient stream) {
            this.stream = stream;
        }

        /** So many frames of everybody. */
        void send(int rounds) throws InterruptedException {
            for (int i = 0; i < rounds; i++) {
                lastSent += FRAME_MILLIS;
                for (String person : PEOPLE) {
                    stream.send(StreamFrames.of(person, lastSent, OptionalLong.empty(), PICTURE));
                    sent();
                }
                Thread.sleep(FRAME_MILLIS);
                while (!stream.isSilent()) {
                    take();
                }
            }
        }

        /** Frames of everybody until one of this participant has this fate. */
        void sendUntil(String participantId, String fate) throws InterruptedException {
            int before = fates.getOrDefault(participantId + " " + fate, 0);
            long end = System.nanoTime() + 60_000_000_000L;
            while (fates.getOrDefault(participantId + " " + fate, 0) == before) {
                assertThat(System.nanoTime()).as(fates.toString()).isLessThan(end);
                send(1);
            }
        }

        void sent() {
            count++;
        }

        void awaitAll() {
            while (answered < count) {
                take();
            }
        }

        private void take() {
            JsonNode ack = stream.next();
            answered++;
            String status = ack.path("status").asText();
            String fate = status.equals("rejected") ? ack.path("reason").asText() : status;
            fates.merge(ack.path("participantId").asText() + " " + fate, 1, Integer::sum);
        }
    }
}
