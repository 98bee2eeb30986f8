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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings are declared, found, ended and erased over HTTP, with a real broker behind. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class MeetingsIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 4;
    private static final String TERMS = "{\"purpose\":\"research\",\"region\":\"DE\"}";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String label = UUID.randomUUID().toString();
    private final String meeting = "m-" + label;
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
    void aMeetingIsDeclaredBeforeItsFirstFrameAndFoundByWhatWasSaid() throws Exception {
        // When
        HttpResponse<String> first = put(path, declaration("Biology 101"));
        HttpResponse<String> again = put(path, declaration("Biology 102"));

        // Then it shows at once
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/" + path);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode one = json(path);
        assertThat(one.path("title").asText()).isEqualTo("Biology 102");
        assertThat(one.path("frames").asInt()).isZero();
        assertThat(one.path("firstCapturedAt").isNull()).isTrue();
        assertThat(one.path("declaredAt").isNull()).isFalse();
        assertThat(one.path("endedAt").isNull()).isTrue();
        assertThat(one.path("retention").asText()).isEqualTo("P7D");
        assertThat(one.path("groups").path("front row").toString()).isEqualTo("[\"ada\",\"bob\"]");
        assertThat(one.path("activeSpeaker").path("state").asText()).isEqualTo("unknown");
        assertThat(json(path + "/groups").path("groups").toString())
                .isEqualTo("[{\"name\":\"front row\",\"participantIds\":[\"ada\",\"bob\"]}]");
        assertThat(json(path + "/participants").path("participants")).isEmpty();

        // Then it is found by label, title and time of its declaration
        String today = "&from=" + one.path("declaredAt").asText();
        assertThat(found("?label=" + label)).containsExactly(meeting);
        assertThat(found("?label=" + label + "&label=week%203&q=BIOLOGY" + today))
                .containsExactly(meeting);
        assertThat(found("?label=" + label + "&label=other")).isEmpty();
        assertThat(found("?label=" + label + "&q=physics")).isEmpty();
        assertThat(found("?label=" + label + "&to=2026-01-01T00:00:00Z")).isEmpty();
        JsonNode listed = json("v1/meetings?label=" + label);
        assertThat(listed.path("missing")).isEmpty();
        assertThat(listed.path("next").isNull()).isTrue();
        assertThat(listed.path("meetings").get(0).path("stale").asBoolean()).isFalse();

        // Then its frames join what was said
        producer.send(score("ada", START));
        await(() -> json(path).path("frames").asInt() == 1);
        assertThat(json(path).path("title").asText()).isEqualTo("Biology 102");
        assertThat(found("?label=" + label + "&from=2026-01-05T09:00:00Z&to=2026-01-05T11:00:00Z"))
                .containsExactly(meeting);
    }

    @Test
    void aMeetingEndsOnceHoweverOftenItIsSaid() throws Exception {
        put(path, TERMS);

        HttpResponse<String> ended = post(path + "/end", "");
        HttpResponse<String> again = post(path + "/end", "{}");

        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(ended.body());
        JsonNode end = JSON.readTree(ended.body());
        assertThat(end.path("meetingId").asText()).isEqualTo(meeting);
        assertThat(json(path).path("endedAt")).isEqualTo(end.path("endedAt"));

        // Then a moment that is said takes its place
        HttpResponse<String> corrected = post(path + "/end", "{\"at\":\"2026-01-05T11:00:00+01:00\"}");
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(json(path).path("endedAt").asText()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertProblem(post(path + "/end", "{\"at\":7}"), 400, "bad-at");
        assertProblem(post(path + "/end", "{\"when\":7}"), 400, "unknown-field");
        assertProblem(post("v1/meetings/nobody-" + label + "/end", ""), 404, "meeting-unknown");
    }

    @Test
    void anErasedMeetingIsGoneFromTheNextAnswerOnAndFromKafka() throws Exception {
        // Given
        put(path, declaration("Biology 101"));
        post(path + "/end", "");

        // When
        HttpResponse<String> erased = delete(path);

        // Then
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(204);
        assertProblem(get(path), 410, "meeting-erased");
        assertProblem(get(path + "/groups"), 410, "meeting-erased");
        assertProblem(get(path + "/participants"), 410, "meeting-erased");
        assertProblem(put(path, TERMS), 410, "meeting-erased");
        assertProblem(post(path + "/end", ""), 410, "meeting-erased");
        assertThat(found("?label=" + label)).isEmpty();
        assertThat(delete(path).statusCode()).isEqualTo(204);
        assertProblem(delete("v1/meetings/nobody-" + label), 404, "meeting-unknown");
        await(() -> lastSaid(meeting).equals(Set.of(Keys.ofErasure(meeting))));
    }

    @Test
    void partsOfTheListHoldWhileMeetingsAreAdded() throws Exception {
        // Given eight meetings, of which every other has no frame
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ids.add(meeting + "-" + i);
            put("v1/meetings/" + meeting + "-" + i, labelled());
        }

        // When the list is read in parts and one is added before and one behind the place
        String query = "v1/meetings?limit=3&label=" + label;
        JsonNode first = json(query);
        put("v1/meetings/" + meeting + "-0a", labelled());
        put("v1/meetings/" + meeting + "-9", labelled());
        List<String> read = new ArrayList<>(first.path("meetings").findValuesAsText("id"));
        JsonNode part = first;
        while (!part.path("next").isNull()) {
            part = json(query + "&cursor=" + part.path("next").asText());
            assertThat(part.path("meetings").size()).isBetween(1, 3);
            read.addAll(part.path("meetings").findValuesAsText("id"));
        }

        // Then
        ids.add(meeting + "-9");
        assertThat(read).isEqualTo(ids);

        // Then the newest comes first when that is asked for
        JsonNode newest = json(query + "&order=newest");
        assertThat(newest.path("meetings").findValuesAsText("id"))
                .containsExactly(meeting + "-9", meeting + "-0a", meeting + "-7");
        assertThat(json(query + "&order=newest&cursor=" + newest.path("next").asText())
                        .path("meetings")
                        .findValuesAsText("id"))
                .containsExactly(meeting + "-6", meeting + "-5", meeting + "-4");
    }

    @Test
    void participantsOfWhomOnlyABotTellsAreListed() throws Exception {
        // Given
        for (String who : List.of("ada", "cleo")) {
            producer.send(score(who, START));
        }
        for (String who : List.of("bob", "cleo", "dan")) {
            producer.send(new ProducerRecord<>(
                    Topics.MEETING_LOG,
                    meeting.getBytes(UTF_8),
                    Events.joined(meeting, who, START, "Name of " + who).toByteArray()));
        }
        await(() -> json(path + "/participants").path("participants").size() == 4
                && json(path).path("frames").asInt() == 2);

        // When
        JsonNode first = json(path + "/participants?limit=3");
        JsonNode second =
                json(path + "/participants?limit=3&cursor=" + first.path("next").asText());

        // Then
        assertThat(first.path("participants").findValuesAsText("id")).containsExactly("ada", "bob", "cleo");
        assertThat(second.path("participants").findValuesAsText("id")).containsExactly("dan");
        assertThat(second.path("next").isNull()).isTrue();
        JsonNode bob = first.path("participants").get(1);
        assertThat(bob.path("frames").asInt()).isZero();
        assertThat(bob.path("name").asText()).isEqualTo("Name of bob");
        assertThat(bob.path("firstCapturedAt").isNull()).isTrue();
        assertThat(bob.path("displayed").isNull()).isTrue();
        assertThat(first.path("participants").get(2).path("frames").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeAskedOrSaidIsRefused() throws Exception {
        assertProblem(put(path, "Biology"), 400, "not-json");
        assertProblem(put(path, "{\"title\":\"\"}"), 400, "bad-title");
        assertProblem(put(path, "{}"), 400, "bad-purpose");
        assertProblem(put(path, " ".repeat(800_000)), 413, "body-too-large");
        assertProblem(put("v1/meetings/no%20id", TERMS), 400, "bad-id");
        assertProblem(get(path), 404, "meeting-unknown");
        assertProblem(get(path + "/groups"), 404, "meeting-unknown");
        assertProblem(get(path + "/participants"), 404, "meeting-unknown");
        assertProblem(get("v1/meetings?limit=0"), 400, "bad-limit");
        assertProblem(get("v1/meetings?limit=1001"), 400, "bad-limit");
        assertProblem(get("v1/meetings?cursor=x"), 400, "bad-cursor");
        assertProblem(get("v1/meetings?order=best"), 400, "bad-order");
        assertProblem(get("v1/meetings?from=yesterday"), 400, "bad-from");
        assertProblem(get("v1/meetings?from=2026-01-05T10:00:00Z&to=2026-01-05T10:00:00Z"), 400, "bad-range");
    }

    private String labelled() {
        return "{\"labels\":[\"" + label + "\"],\"purpose\":\"research\",\"region\":\"DE\"}";
    }

    private String declaration(String title) {
        return "{\"purpose\":\"research\",\"region\":\"DE\",\"title\":\"" + title + "\",\"labels\":[\"" + label
                + "\",\"week 3\"],\"groups\":{\"front row\":[\"bob\",\"ada\"]},\"retention\":\"P7D\"}";
    }

    private ProducerRecord<byte[], byte[]> score(String who, Instant at) {
        return new ProducerRecord<>(
                Topics.FACE_SCORES,
                meeting.getBytes(UTF_8),
                Scores.face(meeting, who, at, Expression.EXPRESSION_HAPPY).toByteArray());
    }

    /** The keys under which Kafka still has something of a meeting, once it has forgotten what was taken back. */
    private Set<String> lastSaid(String meetingId) {
        Set<String> keys = new HashSet<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition =
                    new TopicPartition(Topics.MEETING_STATE, Keys.partitionOf(meetingId, PARTITIONS));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            for (int poll = 0; poll < 20 && consumer.position(partition) < end; poll++) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    String key = new String(record.key(), UTF_8);
                    if (record.value() == null) {
                        keys.remove(key);
                    } else if (key.startsWith(meetingId + "/")) {
                        keys.add(key);
                    }
                });
            }
        }
        return keys;
    }

    private List<String> found(String query) throws Exception {
        return json("v1/meetings" + query).path("meetings").findValuesAsText("id");
    }

    private void assertProblem(HttpResponse<String> answer, int status, String reason) throws Exception {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("reason").asText()).isEqualTo(reason);
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path)));
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path))
                .PUT(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json"));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path)).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path)).DELETE());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(50);
        }
    }
}
