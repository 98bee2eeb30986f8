package dev.rapt.detector;

import static dev.rapt.detector.testing.Detector.frames;
import static dev.rapt.detector.testing.Detector.json;
import static dev.rapt.detector.testing.Detector.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.detector.testing.BotMessages;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Mosaic;
import dev.rapt.detector.testing.Overheard;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.RuleMessages;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pseudonymous meeting, by every way by which frames and events come, with every topic read as it is. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@Timeout(180)
class PseudonymsIT {

    private static final String MEETING = "masked";
    private static final String YES = "zaphod-beeblebrox";
    private static final String NO = "tricia-mcmillan";
    private static final String UNASKED = "ford-prefect";
    private static final String NAME = "Slartibartfast";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @InjectKafka
    EmbeddedKafka kafka;

    @Inject
    MeetingBook book;

    private final Overheard said = new Overheard();
    private final byte[] key = Pseudonyms.newKey();
    private final Pseudonyms pseudonyms = new Pseudonyms(key);
    private final List<Object> answers = new ArrayList<>();
    private Detector detector;
    private KafkaProducer<String, byte[]> states;

    @BeforeEach
    void connect() throws Exception {
        detector = new Detector(port);
        detector.awaitReady();
        states = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        states.close();
        said.close();
    }

    @Test
    void nobodysIdAndNameGetsAnyFurtherThanTheAnswers() throws Exception {
        // Given
        declare();
        consent(YES, true);
        consent(NO, false);
        await(() -> book.consents(MEETING).size() == 2);

        // When frames come by every way, and events
        sendFrames();
        sendEvents();

        // Then the sender is answered by its own ids
        assertThat(answers.toString()).contains(YES, NO, "consent-withdrawn", "consent-missing");

        // Then the records are those of the pseudonym
        List<ConsumerRecord<byte[], byte[]>> crops = ofMeeting(Topics.FACE_CROPS);
        assertThat(crops).hasSize(5);
        for (ConsumerRecord<byte[], byte[]> record : crops) {
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(MEETING + "/" + pseudonyms.of(YES));
            assertThat(FaceCrop.parseFrom(record.value()).getFrame().getParticipantId())
                    .isEqualTo(pseudonyms.of(YES));
        }
        List<ConsumerRecord<byte[], byte[]>> log = ofMeeting(Topics.MEETING_LOG);
        assertThat(log).hasSize(3);
        for (ConsumerRecord<byte[], byte[]> record : log) {
            MeetingEvent event = MeetingEvent.parseFrom(record.value());
            assertThat(event.getParticipantId()).isEqualTo(pseudonyms.of(YES));
            assertThat(event.getJoined().getName()).isEmpty();
        }

        // When the key is deleted
        states.send(new ProducerRecord<>(Topics.MEETING_STATE, partition(), Keys.ofPseudonymKey(MEETING), null))
                .get();
        await(() -> book.pseudonyms(MEETING).isEmpty());

        // Then nothing can be added
        problem(detector.postJpeg(frames(MEETING, YES), Pictures.people()), 410, "pseudonym-key-deleted");
        assertThat(stream(YES).path("reason").asText()).isEqualTo("pseudonym-key-deleted");
        assertThat(ofMeeting(Topics.FACE_CROPS)).hasSize(5);

        // Then what the sender called them stands nowhere
        String metrics = detector.get("/q/metrics").body();
        List<ConsumerRecord<byte[], byte[]>> everything = Stream.of(
                        Topics.FACE_CROPS, Topics.MEETING_LOG, Topics.MEETING_STATE)
                .flatMap(topic -> all(topic).stream())
                .toList();
        for (String told : List.of(YES, NO, UNASKED, NAME)) {
            assertThat(said.said()).doesNotContain(told);
            assertThat(metrics).doesNotContain(told);
            for (ConsumerRecord<byte[], byte[]> record : everything) {
                assertThat(latin(record.key())).doesNotContain(told);
                assertThat(latin(record.value())).doesNotContain(told);
            }
        }
    }

    private void sendFrames() throws Exception {
        HttpResponse<String> taken = detector.postJpeg(frames(MEETING, YES), Pictures.people());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(json(taken.body()).path("participantId").asText()).isEqualTo(YES);
        problem(detector.postJpeg(frames(MEETING, NO), Pictures.people()), 403, "consent-withdrawn");
        problem(detector.postJpeg(frames(MEETING, UNASKED), Pictures.people()), 403, "consent-missing");

        assertThat(stream(YES).path("status").asText()).isEqualTo("published");
        assertThat(stream(NO).path("reason").asText()).isEqualTo("consent-withdrawn");

        try (StreamClient bot = bot("attendee")) {
            long now = System.currentTimeMillis();
            bot.sendText(BotMessages.frame("attendee-video", YES, now, Pictures.peoplePng()));
            answers.add(published(bot.next()));
            bot.sendText(BotMessages.frame("attendee-video", UNASKED, now, Pictures.peoplePng()));
            answers.add(bot.next());
        }
        // One that says a name with each frame
        try (StreamClient bot = bot("zoom-rtms")) {
            String frame = BotMessages.frame(
                    "zoom-rtms-video", '"' + YES + '"', System.currentTimeMillis(), Pictures.peoplePng());
            bot.sendText(frame.replace("\"Ada\"", '"' + NAME + '"'));
            answers.add(published(bot.next()));
        }

        Mosaic mosaic = new Mosaic(3, 1).show(Mosaic.Scene.ADA, Mosaic.Scene.BOB, Mosaic.Scene.CYD);
        HttpResponse<String> gallery = detector.post(
                "/v1/meetings/" + MEETING + "/frames",
                mosaic.jpeg(),
                Map.of("Content-Type", "image/jpeg", "Rapt-Layout", mosaic.layout(NO, YES, UNASKED)));
        assertThat(gallery.statusCode()).as(gallery.body()).isEqualTo(202);
        JsonNode participants = json(gallery.body()).path("participants");
        assertThat(participants.path(0).path("status").asText()).isEqualTo("rejected");
        assertThat(participants.path(0).path("reason").asText()).isEqualTo("consent-withdrawn");
        assertThat(participants.path(1).path("participantId").asText()).isEqualTo(YES);
        assertThat(participants.path(1).path("status").asText()).isEqualTo("published");
        answers.add(gallery.body());
        problem(detector.postJpeg("/v1/meetings/" + MEETING + "/frames", mosaic.jpeg()), 403, "consent-missing");
    }

    private void sendEvents() throws Exception {
        long now = System.currentTimeMillis();
        String joined = "[{\"type\":\"joined\",\"participantId\":\"%s\",\"at\":%d,\"name\":\"%s\"},"
                + "{\"type\":\"speech-on\",\"participantId\":\"%s\",\"at\":%d}]";
        HttpResponse<String> taken = detector.post(
                "/v1/meetings/" + MEETING + "/events",
                String.format(joined, YES, now, NAME, YES, now).getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/json"));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        // A bot's event comes under the pseudonym and without the name too
        try (StreamClient bot = bot("zoom-rtms")) {
            bot.sendText(String.format(
                    "{\"msg_type\":6,\"event\":{\"event_type\":3,\"timestamp\":%d,"
                            + "\"participants\":[{\"user_id\":\"%s\",\"user_name\":\"%s\"}]}}",
                    now + 1, YES, NAME));
            await(() -> ofMeeting(Topics.MEETING_LOG).size() >= 3);
        }
    }

    private JsonNode stream(String participantId) {
        try (StreamClient stream = new StreamClient(port, MEETING)) {
            stream.send(StreamFrames.of(
                    participantId, System.currentTimeMillis(), OptionalLong.empty(), Pictures.peoplePng()));
            JsonNode answer = stream.next();
            answers.add(answer);
            return answer;
        }
    }

    private static JsonNode published(JsonNode answer) {
        assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("published");
        assertThat(answer.path("participantId").asText()).isEqualTo(YES);
        return answer;
    }

    private StreamClient bot(String name) {
        return new StreamClient(
                URI.create("ws://localhost:" + port + "/v1/meetings/" + MEETING + "/bots/" + name + "?acks=true"));
    }

    private void declare() throws Exception {
        Declared.Builder declared = Declared.newBuilder();
        RuleMessages.put(
                new Terms(
                        Purpose.RESEARCH,
                        "US",
                        Signals.ATTENTION_AND_EXPRESSION,
                        ConsentRule.EXPLICIT,
                        View.INDIVIDUAL,
                        true,
                        ""),
                declared);
        tell(Keys.ofPseudonymKey(MEETING), RuleMessages.pseudonymKey(MEETING, key, Instant.now()));
        tell(
                Keys.ofDeclaration(MEETING),
                MeetingState.newBuilder()
                        .setMeetingId(MEETING)
                        .setDeclared(declared)
                        .build());
    }

    private void consent(String participantId, boolean given) throws Exception {
        String kept = pseudonyms.of(participantId);
        Consent consent = new Consent(kept, given, "1", "en", Optional.empty(), Instant.now());
        tell(Keys.ofConsent(MEETING, kept), RuleMessages.of(MEETING, consent));
    }

    private void tell(String key, MeetingState state) throws Exception {
        states.send(new ProducerRecord<>(Topics.MEETING_STATE, partition(), key, state.toByteArray()))
                .get();
    }

    private int partition() {
        return Keys.partitionOf(
                MEETING, states.partitionsFor(Topics.MEETING_STATE).size());
    }

    private List<ConsumerRecord<byte[], byte[]>> ofMeeting(String topic) {
        return all(topic).stream()
                .filter(record -> latin(record.key()).split("/")[0].equals(MEETING))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String latin(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
