package dev.rapt.detector.ingest.bot.webhook;

import static dev.rapt.detector.testing.Detector.json;
import static dev.rapt.detector.testing.Detector.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.detector.testing.BotMessages;
import dev.rapt.detector.testing.BotSecret;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.TopicLog;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@QuarkusTestResource(BotSecret.class)
class AttendeeWebhooksIT {

    private static final String PATH = "/v1/meetings/hooked/bots/attendee/webhooks";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @InjectKafka
    EmbeddedKafka kafka;

    private final long now = System.currentTimeMillis();
    private Detector detector;
    private TopicLog<MeetingEvent> events;

    @BeforeEach
    void begin() throws Exception {
        detector = new Detector(port);
        detector.awaitReady();
        events = new TopicLog<>(
                kafka.bootstrapServers(),
                Topics.MEETING_LOG,
                ProtobufSerde.meetingLog().deserializer());
    }

    @AfterEach
    void end() {
        events.close();
    }

    @Test
    void aSignedEventIsRecordedOnceHoweverOftenItIsDelivered() throws Exception {
        // Given
        String body = webhook("once", "participant_events.speech_start_stop", "speech_start");

        // When
        HttpResponse<String> first = post(body, sign(body));
        HttpResponse<String> again = post(body, sign(body));

        // Then
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(json(first.body()).path("status").asText()).isEqualTo("recorded");
        assertThat(json(again.body()).path("status").asText()).isEqualTo("repeated");
        assertThat(events.read()).singleElement().satisfies(record -> {
            MeetingEvent event = record.value();
            assertThat(event.getMeetingId()).isEqualTo("hooked");
            assertThat(event.getParticipantId()).isEqualTo("p-1");
            assertThat(event.getAtMs()).isEqualTo(now);
            assertThat(event.getSource()).isEqualTo("attendee");
            assertThat(event.getSpeechOn().getSilenceIsReported()).isTrue();
        });
    }

    @Test
    void nothingIsTakenWithoutTheRightSignature() throws Exception {
        String body = webhook("unsigned", "participant_events.join_leave", "join");

        problem(detector.post(PATH, body.getBytes(UTF_8), Map.of()), 403, "missing-signature");
        problem(post(body, "AAAA"), 403, "bad-signature");
        problem(post(body, sign(body.replace("join\"", "leave\""))), 403, "bad-signature");
        assertThat(events.read()).isEmpty();
    }

    @Test
    void whatIsNotForUsIsAcceptedAndIgnored() throws Exception {
        String body = webhook("other", "bot.state_change", "joined");

        assertThat(json(post(body, sign(body)).body()).path("status").asText()).isEqualTo("ignored");
        assertThat(events.read()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() throws Exception {
        String noId = webhook("no-id", "participant_events.join_leave", "join").replace("\"p-1\"", "null");
        String badId =
                webhook("bad-id", "participant_events.join_leave", "join").replace("\"p-1\"", "\"a/b\"");

        problem(post("{\"a\":", "AAAA"), 400, "not-json");
        problem(post("", "AAAA"), 400, "not-json");
        problem(post(noId, sign(noId)), 400, "bad-message");
        problem(post(badId, sign(badId)), 400, "bad-id");
        problem(post(" ".repeat(70_000), "AAAA"), 413, "body-too-large");
        problem(detector.post("/v1/meetings/a%20b/bots/attendee/webhooks", new byte[0], Map.of()), 400, "bad-id");
        assertThat(events.read()).isEmpty();
    }

    private String webhook(String key, String trigger, String type) {
        return BotMessages.fill(
                "attendee-webhook", Map.of("KEY", key, "TRIGGER", trigger, "TYPE", type, "ID", "p-1", "MILLIS", now));
    }

    private static String sign(String body) throws Exception {
        return BotSecret.sign(CanonicalJson.of(body.getBytes(UTF_8)));
    }

    private HttpResponse<String> post(String body, String signature) throws Exception {
        return detector.post(
                PATH,
                body.getBytes(UTF_8),
                Map.of("Content-Type", "application/json", "X-Webhook-Signature", signature));
    }
}
