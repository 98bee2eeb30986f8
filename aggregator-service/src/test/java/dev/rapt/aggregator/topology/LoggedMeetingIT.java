package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bots say of meetings in, answers out, over a real broker. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class LoggedMeetingIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 4;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();
    private final String path = "v1/meetings/" + meeting;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void ready() throws Exception {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        await(() -> get("v1/meetings").statusCode() == 200);
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void showsWhoSpokeHowMuchAndWhoSpeaksNow() throws Exception {
        // Given a minute of two people of whom one speaks in the sixth second for 5 s and again at the end
        for (int i = 0; i < 60; i++) {
            face("ada", i);
            face("bob", i);
        }
        log(Events.joined(meeting, "ada", START, "Ada"));
        log(Events.webcamOff(meeting, "bob", START.plusSeconds(30)));
        log(Events.left(meeting, "bob", START.plusSeconds(31)));
        for (int round = 0; round < 2; round++) {
            log(Events.speechOff(meeting, "ada", START.plusMillis(11_000)));
            log(Events.speechOn(meeting, "ada", START.plusMillis(6_000)));
            log(Events.speechOn(meeting, "ada", START.plusSeconds(55)));
        }

        // When all of it is there
        await(() -> json(path).path("frames").asInt() == 120
                && json(path).path("activeSpeaker").path("state").asText().equals("speaking"));

        // Then
        JsonNode active = json(path).path("activeSpeaker");
        assertThat(active.path("participantId").asText()).isEqualTo("ada");
        assertThat(active.path("name").asText()).isEqualTo("Ada");
        assertThat(active.path("since").asText()).isEqualTo("2026-01-05T10:00:55.000Z");
        assertThat(active.path("source").asText()).isEqualTo("zoom-rtms");
        assertThat(active.path("upperBound").asBoolean()).isFalse();
        JsonNode people = json(path + "/participants").path("participants");
        assertThat(people.get(0).path("name").asText()).isEqualTo("Ada");
        assertThat(people.get(0).path("joinedAt").asText()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertThat(people.get(0).path("camera").isNull()).isTrue();
        assertThat(people.get(1).path("name").isNull()).isTrue();
        assertThat(people.get(1).path("leftAt").asText()).isEqualTo("2026-01-05T10:00:31.000Z");
        assertThat(people.get(1).path("camera").asText()).isEqualTo("off");

        JsonNode buckets = json(path + "/participants/ada/timeline?resolution=10s&from=2026-01-05T10:00:00Z"
                        + "&to=2026-01-05T10:01:20Z")
                .path("buckets");
        assertThat(buckets.get(0).path("speaking").path("seconds").asDouble()).isEqualTo(4);
        assertThat(buckets.get(0).path("speaking").path("share").asDouble()).isEqualTo(.4);
        assertThat(buckets.get(1).path("speaking").path("seconds").asDouble()).isEqualTo(1);
        assertThat(buckets.get(3).path("speaking").path("seconds").asDouble()).isZero();
        assertThat(buckets.get(7).path("speaking").isNull()).isTrue();
        JsonNode spoken = json(path + "/participants/ada/summary").path("speaking");
        assertThat(spoken.path("seconds").asDouble()).isEqualTo(9.1);
        assertThat(spoken.path("source").asText()).isEqualTo("zoom-rtms");
        assertThat(json(path + "/participants/bob/summary")
                        .path("speaking")
                        .path("seconds")
                        .asDouble())
                .isZero();

        JsonNode first = json(path + "/speakers?limit=1");
        assertThat(first.path("intervals")).hasSize(1);
        assertThat(first.path("intervals").get(0).path("end").asText()).isEqualTo("2026-01-05T10:00:11.000Z");
        assertThat(first.path("next").asInt()).isEqualTo(1);
        JsonNode second = json(path + "/speakers?limit=1&offset=1");
        assertThat(second.path("intervals").get(0).path("open").asBoolean()).isTrue();
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(json(path + "/speakers?from=2026-01-05T10:00:20Z&to=2026-01-05T10:00:30Z")
                        .path("intervals"))
                .isEmpty();
        assertThat(get(path + "/speakers?limit=0").statusCode()).isEqualTo(400);
        assertThat(get(path + "/speakers?from=noon").statusCode()).isEqualTo(400);
        assertThat(get("v1/meetings/nobody/speakers").statusCode()).isEqualTo(404);
    }

    @Test
    void whereNoBotTellsOfSpeechItIsUnknown() throws Exception {
        face("ada", 0);
        await(() -> json(path).path("frames").asInt() == 1);

        assertThat(json(path).path("activeSpeaker").path("state").asText()).isEqualTo("unknown");
        assertThat(json(path).path("activeSpeaker").path("participantId").isNull())
                .isTrue();
        assertThat(json(path + "/participants/ada/summary").path("speaking").isNull())
                .isTrue();
        assertThat(json(path + "/speakers").path("intervals")).isEmpty();
    }

    @Test
    void anErasedMeetingIsInvisibleAtOnceAndStaysSo() throws Exception {
        // Given a meeting and another
        for (int i = 0; i < 20; i++) {
            face("ada", i);
            log(Events.speechOn(meeting, "ada", START.plusSeconds(i)));
        }
        await(() -> json(path).path("frames").asInt() == 20);

        // When
        producer.send(new ProducerRecord<>(
                        Topics.MEETING_STATE,
                        Keys.partitionOf(meeting, PARTITIONS),
                        Keys.ofErasure(meeting).getBytes(UTF_8),
                        Events.erased(meeting).toByteArray()))
                .get();
        await(() -> get(path).statusCode() == 410);

        // Then
        for (String gone : new String[] {
            path,
            path + "/participants",
            path + "/speakers",
            path + "/participants/ada/timeline",
            path + "/participants/ada/summary"
        }) {
            HttpResponse<String> answer = get(gone);
            assertThat(answer.statusCode()).as(gone).isEqualTo(410);
            assertThat(JSON.readTree(answer.body()).path("reason").asText()).isEqualTo("meeting-erased");
        }
        assertThat(json("v1/meetings").path("meetings").findValuesAsText("id")).doesNotContain(meeting);

        // Then what still comes is dropped
        double before = metric("rapt_stragglers_dropped_total");
        face("ada", 30);
        log(Events.left(meeting, "ada", START));
        await(() -> metric("rapt_stragglers_dropped_total") == before + 2);
        assertThat(get(path).statusCode()).isEqualTo(410);
    }

    @Test
    void describesWhatItAnswers() throws Exception {
        JsonNode schemas = json("q/openapi?format=json").path("components").path("schemas");

        assertThat(schemas.path("Participant").path("properties").fieldNames())
                .toIterable()
                .contains("id", "name", "joinedAt", "leftAt", "camera");
        assertThat(schemas.path("OneMeeting").path("properties").fieldNames())
                .toIterable()
                .contains("id", "frames", "activeSpeaker");
    }

    private void face(String who, int second) {
        byte[] value = Scores.face(meeting, who, START.plusSeconds(second).plusMillis(100), Expression.EXPRESSION_HAPPY)
                .toByteArray();
        producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meeting.getBytes(UTF_8), value));
    }

    private void log(MeetingEvent event) {
        producer.send(new ProducerRecord<>(Topics.MEETING_LOG, meeting.getBytes(UTF_8), event.toByteArray()));
    }

    private double metric(String name) throws Exception {
        return get("q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(50);
        }
    }
}
