package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

/** Markers and what is reported of them, over a real broker. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class ReportsIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 4;
    private static final String SPOT = "{\"title\":\"Spot A\",\"kind\":\"advert\",\"start\":\"2026-01-05T10:02:00Z\","
            + "\"end\":\"2026-01-05T10:02:30Z\",\"labels\":[\"x\"]}";

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
    void aMarkerIsSetReadReplacedAndTakenBack() throws Exception {
        // Given
        face("ada", 0, Expression.EXPRESSION_NEUTRAL);
        await(() -> get(path).statusCode() == 200);

        // When it is set without an id
        HttpResponse<String> added = send("POST", path + "/markers", SPOT);

        // Then it is there at once, where the answer says
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode marker = JSON.readTree(added.body());
        String id = marker.path("markerId").asText();
        URI location = URI.create(added.headers().firstValue("Location").orElseThrow());
        assertThat(location.getPath()).isEqualTo("/" + path + "/markers/" + id);
        assertThat(json(path + "/markers/" + id)).isEqualTo(marker);
        assertThat(marker.path("title").asText()).isEqualTo("Spot A");
        assertThat(marker.path("kind").asText()).isEqualTo("advert");
        assertThat(marker.path("end").asText()).isEqualTo("2026-01-05T10:02:30.000Z");
        assertThat(marker.path("labels").get(0).asText()).isEqualTo("x");

        // When another is set under an id of the caller's, twice, and once more with another title
        HttpResponse<String> put = send("PUT", path + "/markers/mine", SPOT.replace("10:02", "10:01"));
        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(send("PUT", path + "/markers/mine", put.body()).statusCode()).isEqualTo(200);
        assertThat(send("PUT", path + "/markers/mine", put.body().replace("Spot A", "Spot B"))
                        .statusCode())
                .isEqualTo(200);

        // Then there are two, in order of their starts
        assertThat(json(path + "/markers").path("markers").findValuesAsText("title"))
                .containsExactly("Spot B", "Spot A");

        // When it is taken back
        assertThat(send("DELETE", path + "/markers/mine", "").statusCode()).isEqualTo(204);

        // Then it is gone at once
        assertThat(reason(get(path + "/markers/mine"))).isEqualTo("404 marker-unknown");
        assertThat(reason(send("DELETE", path + "/markers/mine", ""))).isEqualTo("404 marker-unknown");
        assertThat(json(path + "/markers").path("markers")).hasSize(1);
    }

    @Test
    void refusesWhatIsNoMarkerAndMarkersOfNoMeeting() throws Exception {
        face("ada", 0, Expression.EXPRESSION_NEUTRAL);
        await(() -> get(path).statusCode() == 200);

        assertThat(reason(send("POST", "v1/meetings/nobody/markers", SPOT))).isEqualTo("404 meeting-unknown");
        assertThat(reason(get("v1/meetings/nobody/markers"))).isEqualTo("404 meeting-unknown");
        assertThat(reason(send("POST", path + "/markers", "{"))).isEqualTo("400 not-json");
        assertThat(reason(send("POST", path + "/markers", "[]"))).isEqualTo("400 not-json");
        assertThat(reason(send("POST", path + "/markers", ""))).isEqualTo("400 bad-start");
        assertThat(reason(send("POST", path + "/markers", "{}{}"))).isEqualTo("400 not-json");
        assertThat(reason(send("POST", path + "/markers", SPOT.replace("labels", "lables"))))
                .isEqualTo("400 unknown-field");
        assertThat(reason(send("POST", path + "/markers", SPOT.replace("10:02:30", "10:02:00"))))
                .isEqualTo("400 bad-range");
        assertThat(reason(send("PUT", path + "/markers/a%20b", SPOT))).isEqualTo("400 bad-id");
        assertThat(reason(send("POST", path + "/markers", " ".repeat(300_000) + SPOT)))
                .isEqualTo("413 body-too-large");
        assertThat(json(path + "/markers").path("markers")).isEmpty();

        erase();
        assertThat(reason(send("PUT", path + "/markers/mine", SPOT))).isEqualTo("410 meeting-erased");
        assertThat(reason(get(path + "/markers"))).isEqualTo("410 meeting-erased");
    }

    private void face(String who, int second, Expression shown) {
        byte[] value = Scores.face(meeting, who, START.plusSeconds(second).plusMillis(100), shown)
                .toByteArray();
        producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meeting.getBytes(UTF_8), value));
    }

    private void erase() throws Exception {
        producer.send(new ProducerRecord<>(
                        Topics.MEETING_STATE,
                        Keys.partitionOf(meeting, PARTITIONS),
                        Keys.ofErasure(meeting).getBytes(UTF_8),
                        Events.erased(meeting).toByteArray()))
                .get();
        await(() -> get(path).statusCode() == 410);
    }

    private static String reason(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return answer.statusCode() + " "
                + JSON.readTree(answer.body()).path("reason").asText();
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(50);
        }
    }
}
