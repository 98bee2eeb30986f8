package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.PersonalLink;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A participant is erased over HTTP, with a real broker behind. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class ErasureIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 4;
    private static final int FRAMES = 30;

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
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        await(() -> get("v1/meetings").statusCode() == 200);
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void whoIsErasedIsInNoAnswerAndInNothingThatIsSaidAndMayAgreeAgain() throws Exception {
        // Given ada and bob, of whom a bot and a declaration tell, and who agreed
        put(
                path,
                "{\"purpose\":\"research\",\"region\":\"US\",\"groups\":{\"front row\":[\"ada\",\"bob\"],"
                        + "\"back row\":[\"cleo\",\"bob\"]}}");
        for (String who : List.of("ada", "bob")) {
            say(Keys.ofConsent(meeting, who), consent(who, Optional.empty()));
            log(Events.joined(meeting, who, START, "Dr. " + who).toByteArray());
            log(Events.speechOn(meeting, who, START.plusSeconds(1)).toByteArray());
            for (int i = 0; i < FRAMES; i++) {
                frame(who, START.plusMillis(500L * i));
            }
        }
        PersonalLink link = new PersonalLink("ab".repeat(32), "ada", START.plusSeconds(60));
        say(Keys.ofPersonalLink(meeting, link.tokenSha256()), StateMessages.of(meeting, link, START));
        await(() -> json(path).path("frames").asInt() == 2 * FRAMES);
        await(() -> get(path + "/participants").body().contains("Dr. ada"));
        List<String> answers = List.of(
                path,
                path + "/groups",
                path + "/participants",
                path + "/timelines",
                path + "/timeline",
                path + "/groups/front%20row/timeline",
                path + "/summary",
                path + "/total",
                path + "/moments",
                path + "/speakers",
                path + "/class",
                path + "/export?format=csv",
                path + "/export?format=jsonl",
                "v1/meetings?limit=1000");
        String tag = get(path + "/timelines").headers().firstValue("ETag").orElseThrow();
        assertThat(get(path + "/timelines").body()).contains("\"ada\"");
        double stragglers = stragglers();

        // When
        HttpResponse<String> erased = delete(path + "/participants/ada");

        // Then no answer has anything of her
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(204);
        for (String answer : answers) {
            HttpResponse<String> given = get(answer);
            assertThat(given.statusCode()).as(answer + given.body()).isEqualTo(200);
            assertThat(given.body()).as(answer).doesNotContain("ada");
        }
        for (String own : List.of("/timeline", "/summary", "/visit")) {
            assertProblem(get(path + "/participants/ada" + own), 410, "participant-erased");
        }
        assertProblem(get(path + "/timelines?participants=ada,bob"), 410, "participant-erased");
        assertProblem(get(path + "/export?participants=ada"), 410, "participant-erased");
        assertThat(json(path).path("frames").asInt()).isEqualTo(FRAMES);
        assertThat(json(path).path("participants").asInt()).isEqualTo(1);
        assertThat(get(path + "/timelines", "If-None-Match", tag).statusCode()).isEqualTo(200);

        // Then nothing that is said names her, but a mark that only whoever knows her id can tell
        Map<String, byte[]> said = lastSaid();
        assertThat(said.keySet())
                .containsExactlyInAnyOrder(
                        Keys.ofDeclaration(meeting),
                        Keys.ofConsent(meeting, "bob"),
                        Keys.ofErasedParticipant(meeting, ParticipantDigest.of(meeting, "ada")));
        assertThat(said.values())
                .noneMatch(value -> new String(value, UTF_8).contains("ada"))
                .hasSize(3);

        // When frames and events of hers still come
        frame("ada", START.plusSeconds(100));
        log(Events.left(meeting, "ada", START.plusSeconds(100)).toByteArray());
        frame("bob", START.plusSeconds(100));

        // Then they are dropped and counted
        await(() -> json(path).path("frames").asInt() == FRAMES + 1);
        await(() -> stragglers() == stragglers + 2);
        assertProblem(get(path + "/participants/ada/timeline"), 410, "participant-erased");
        assertThat(get(path + "/participants").body()).doesNotContain("ada");

        // Then erasing again is no mistake, and whom nobody knows can't be erased
        assertThat(delete(path + "/participants/ada").statusCode()).isEqualTo(204);
        assertProblem(delete(path + "/participants/dan"), 404, "participant-unknown");
        assertProblem(delete("v1/meetings/no-" + meeting + "/participants/ada"), 404, "meeting-unknown");
        assertThat(delete(path + "/participants/cleo").statusCode()).isEqualTo(204);

        // When she agrees again, from a moment on
        say(Keys.ofConsent(meeting, "ada"), consent("ada", Optional.of(START.plusSeconds(200))));
        frame("ada", START.plusSeconds(199));
        frame("ada", START.plusSeconds(200));

        // Then only what comes from then on is there
        await(() -> get(path + "/participants/ada/summary").statusCode() == 200);
        assertThat(json(path + "/participants/ada/timeline").path("from").asText())
                .isEqualTo("2026-01-05T10:03:20.000Z");
        await(() -> stragglers() == stragglers + 3);
    }

    @Test
    void anErasedMeetingIsGoneAtOnceAlsoItsParticipants() throws Exception {
        // Given
        put(path, "{\"purpose\":\"research\",\"region\":\"US\"}");
        frame("ada", START);
        await(() -> json(path).path("frames").asInt() == 1);

        // When
        assertThat(delete(path).statusCode()).isEqualTo(204);

        // Then
        for (String gone : List.of("", "/participants/ada/timeline", "/live", "/export", "/groups")) {
            assertProblem(get(path + gone), 410, "meeting-erased");
        }
        assertProblem(delete(path + "/participants/ada"), 410, "meeting-erased");
        assertThat(delete(path).statusCode()).isEqualTo(204);
    }

    private byte[] consent(String who, Optional<Instant> notBefore) {
        return StateMessages.of(meeting, new Consent(who, true, "1", "en", notBefore, START));
    }

    private void say(String key, byte[] value) {
        producer.send(new ProducerRecord<>(
                Topics.MEETING_STATE, Keys.partitionOf(meeting, PARTITIONS), key.getBytes(UTF_8), value));
    }

    private void log(byte[] event) {
        producer.send(new ProducerRecord<>(Topics.MEETING_LOG, meeting.getBytes(UTF_8), event));
    }

    private void frame(String who, Instant at) {
        byte[] score =
                Scores.face(meeting, who, at, Expression.EXPRESSION_HAPPY).toByteArray();
        producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meeting.getBytes(UTF_8), score));
    }

    private double stragglers() throws Exception {
        return get("q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("rapt_stragglers_dropped_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What Kafka still has of the meeting, once it has forgotten what was taken back. */
    private Map<String, byte[]> lastSaid() {
        Map<String, byte[]> said = new HashMap<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.MEETING_STATE, Keys.partitionOf(meeting, PARTITIONS));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            for (int poll = 0; poll < 50 && consumer.position(partition) < end; poll++) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    String key = new String(record.key(), UTF_8);
                    if (record.value() == null) {
                        said.remove(key);
                    } else if (key.startsWith(meeting + "/")) {
                        said.put(key, record.value());
                    }
                });
            }
        }
        return said;
    }

    private void assertProblem(HttpResponse<String> answer, int status, String reason) throws Exception {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("reason").asText()).isEqualTo(reason);
    }

    private JsonNode json(String asked) throws Exception {
        return JSON.readTree(get(asked).body());
    }

    private HttpResponse<String> get(String asked, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(asked));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> put(String asked, String body) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(root.resolve(asked))
                .PUT(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private HttpResponse<String> delete(String asked) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(asked)).DELETE());
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
