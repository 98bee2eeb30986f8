package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.Pseudonyms;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may be measured is said over HTTP, with a real broker behind, in which every record is looked at. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class ConsentIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 4;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final String YES = "{\"given\":true,\"noticeVersion\":\"2026-11\",\"noticeLanguage\":\"de\"}";
    private static final String NO = "{\"given\":false}";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "c-" + UUID.randomUUID();
    private final String path = "v1/meetings/" + meeting;

    @BeforeEach
    void ready() throws Exception {
        await(() -> get("v1/meetings").statusCode() == 200);
        await(() -> get(path + "/consents").statusCode() == 404);
    }

    @Test
    void aParticipantAgreesRefusesAndAgreesAgain() throws Exception {
        // Given
        assertProblem(put(consent("ada"), YES), 409, "meeting-undeclared");
        declare("");
        assertProblem(get(consent("ada")), 404, "consent-unknown");

        // When
        JsonNode yes = answer(put(consent("ada"), YES), 200);

        // Then it is shown at once
        assertThat(json(consent("ada"))).isEqualTo(yes);
        assertThat(yes.path("participantId").asText()).isEqualTo("ada");
        assertThat(yes.path("noticeVersion").asText()).isEqualTo("2026-11");
        assertThat(yes.path("noticeLanguage").asText()).isEqualTo("de");
        assertThat(yes.path("notBefore").isNull()).isTrue();

        // When
        JsonNode no = answer(put(consent("ada"), NO), 200);
        JsonNode again = answer(put(consent("ada"), YES), 200);
        JsonNode twice = answer(put(consent("ada"), YES), 200);

        // Then nothing that was captured while there was no consent may come
        assertThat(no.path("given").asBoolean()).isFalse();
        assertThat(again.path("notBefore")).isEqualTo(again.path("at"));
        assertThat(twice.path("notBefore")).isEqualTo(again.path("at"));
    }

    @Test
    void nothingMoreIsAskedForThanWasAgreedTo() throws Exception {
        // Given
        declare("\"signals\":\"attention+expression\"");
        declare("\"signals\":\"attention\",\"title\":\"Now\"");
        declare("\"signals\":\"attention+expression\",\"title\":\"And back: nobody was asked yet\"");
        declare("\"signals\":\"attention\"");

        // When
        answer(put(consent("ada"), YES), 200);

        // Then
        assertProblem(put(path, terms("\"signals\":\"attention+expression\"")), 409, "declaration-broadened");
        assertProblem(put(path, terms("\"consent\":\"assumed\"")), 409, "declaration-broadened");
        assertThat(json(path).path("signals").asText()).isEqualTo("attention");
        declare("\"title\":\"The same\",\"view\":\"group\"");
        assertThat(json(path).path("title").asText()).isEqualTo("The same");
        assertThat(json(path).path("view").asText()).isEqualTo("group");
        assertThat(json(path).path("policyVersion").asText()).isEqualTo("2026-11");
    }

    @Test
    void groupsOfTheGroupViewStayAsTheyWereWhenTheFirstFrameCame() throws Exception {
        // Given
        String group = "\"consent\":\"assumed\",\"view\":\"group\",\"groups\":";
        assertProblem(put(path, terms(group + "{\"a\":[\"p1\",\"p2\"]}")), 400, "bad-groups");
        declare(group + "{\"a\":[\"p1\",\"p2\",\"p3\",\"p4\",\"p5\"]}");

        // When
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topics.FACE_SCORES,
                    meeting.getBytes(UTF_8),
                    Scores.face(meeting, "p1", START, Expression.EXPRESSION_HAPPY)
                            .toByteArray()));
        }
        await(() -> json(path + "/measuring").path("state").asText().equals("measuring"));

        // Then
        assertProblem(put(path, terms(group + "{\"a\":[\"p1\",\"p2\",\"p3\",\"p4\",\"p6\"]}")), 409, "groups-fixed");
        assertProblem(put(path, terms("\"consent\":\"assumed\"")), 409, "declaration-broadened");
        declare(group + "{\"a\":[\"p5\",\"p4\",\"p3\",\"p2\",\"p1\"]}");
    }

    @Test
    void pseudonymsAreMadeFromAKeyThatIsThereFirstAndOnlyOnce() throws Exception {
        // When
        String groups = "\"pseudonymous\":true,\"groups\":{\"front row\":[\"Zoe\"]}";
        declare(groups);
        declare(groups);

        // Then
        List<String> written = keys();
        assertThat(written)
                .containsExactly(
                        Keys.ofPseudonymKey(meeting), Keys.ofDeclaration(meeting), Keys.ofDeclaration(meeting));
        String pseudonym = json(path).path("groups").path("front row").get(0).asText();
        assertThat(Pseudonyms.isPseudonym(pseudonym)).isTrue();

        // When the bot consents for Zoe, by the bot's id and by the pseudonym
        JsonNode yes = answer(put(consent("Zoe"), YES), 200);

        // Then
        assertThat(yes.path("participantId").asText()).isEqualTo(pseudonym);
        assertThat(json(consent("Zoe"))).isEqualTo(yes);
        assertThat(json(consent(pseudonym))).isEqualTo(yes);
        declare("\"pseudonymous\":true,\"groups\":{\"front row\":[\"" + pseudonym + "\"]}");
        assertThat(json(path).path("groups").path("front row").get(0).asText()).isEqualTo(pseudonym);
        assertThat(values()).noneMatch(value -> value.contains("Zoe"));

        // When
        assertThat(delete(path + "/pseudonym-key").statusCode()).isEqualTo(204);
        assertThat(delete(path + "/pseudonym-key").statusCode()).isEqualTo(204);

        // Then nobody knows who is who, and there is no other key
        assertProblem(put(consent("Zoe"), YES), 410, "pseudonym-key-deleted");
        assertProblem(get(consent("Zoe")), 410, "pseudonym-key-deleted");
        assertProblem(put(path, terms(groups)), 410, "pseudonym-key-deleted");
        assertThat(json(consent(pseudonym))).isEqualTo(yes);
        declare("\"pseudonymous\":true,\"groups\":{\"front row\":[\"" + pseudonym + "\"]}");
        assertThat(keys().stream().filter(Keys.ofPseudonymKey(meeting)::equals))
                .as("written and deleted")
                .hasSize(2);
    }

    @Test
    void onlyPseudonymousMeetingsHaveAKey() throws Exception {
        assertProblem(delete(path + "/pseudonym-key"), 404, "meeting-unknown");
        declare("");
        assertProblem(delete(path + "/pseudonym-key"), 409, "not-pseudonymous");
    }

    @Test
    void whoRefusesAndErasesIsGoneFromWhatWasSaid() throws Exception {
        // Given
        declare("\"groups\":{\"front row\":[\"ada\",\"bob\"]}");
        answer(put(consent("ada"), YES), 200);
        answer(put(consent("bob"), YES), 200);

        // When
        JsonNode erased = answer(put(consent("ada"), "{\"given\":false,\"erase\":true}"), 200);

        // Then
        assertThat(erased.path("erased").asBoolean()).isTrue();
        assertProblem(get(consent("ada")), 410, "participant-erased");
        assertThat(json(path).path("groups").toString()).isEqualTo("{\"front row\":[\"bob\"]}");
        assertThat(json(path + "/consents").path("consents").findValuesAsText("participantId"))
                .containsExactly("bob");
        assertThat(keys())
                .containsSubsequence(
                        Keys.ofErasedParticipant(meeting, ParticipantDigest.of(meeting, "ada")),
                        Keys.ofConsent(meeting, "ada"),
                        Keys.ofDeclaration(meeting));

        // When somebody still names ada, and ada agrees after all
        declare("\"groups\":{\"front row\":[\"ada\",\"bob\"]}");
        assertThat(json(path).path("groups").toString()).isEqualTo("{\"front row\":[\"bob\"]}");
        JsonNode again = answer(put(consent("ada"), YES), 200);

        // Then
        assertThat(again.path("notBefore")).isEqualTo(again.path("at"));
        assertThat(json(consent("ada"))).isEqualTo(again);
    }

    @Test
    void whatManySaidComesInParts() throws Exception {
        // Given
        declare("");
        for (String who : List.of("dan", "ada", "cleo", "bob")) {
            answer(put(consent(who), who.equals("cleo") ? NO : YES), 200);
        }

        // When
        JsonNode first = json(path + "/consents?limit=3");
        JsonNode second =
                json(path + "/consents?limit=3&cursor=" + first.path("next").asText());

        // Then
        assertThat(first.path("consents").findValuesAsText("participantId")).containsExactly("ada", "bob", "cleo");
        assertThat(first.path("consents").findValuesAsText("given")).containsExactly("true", "true", "false");
        assertThat(second.path("consents").findValuesAsText("participantId")).containsExactly("dan");
        assertThat(second.path("next").isNull()).isTrue();
        assertProblem(get(path + "/consents?limit=0"), 400, "bad-limit");
        assertProblem(put(consent("no%20id"), YES), 400, "bad-id");
        assertThat(delete(path).statusCode()).isEqualTo(204);
        assertProblem(put(consent("ada"), YES), 410, "meeting-erased");
        assertProblem(get(path + "/consents"), 410, "meeting-erased");
        assertProblem(delete(path + "/pseudonym-key"), 410, "meeting-erased");
    }

    private String consent(String participantId) {
        return path + "/participants/" + participantId + "/consent";
    }

    private static String terms(String more) {
        return "{\"purpose\":\"research\",\"region\":\"DE\"" + (more.isEmpty() ? "" : ",") + more + "}";
    }

    private void declare(String more) throws Exception {
        HttpResponse<String> answer = put(path, terms(more));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private List<String> keys() {
        return records().stream().map(record -> new String(record.key(), UTF_8)).toList();
    }

    private List<String> values() {
        return records().stream()
                .map(record -> record.key() == null
                        ? ""
                        : new String(record.key(), UTF_8)
                                + (record.value() == null ? "" : new String(record.value(), UTF_8)))
                .toList();
    }

    /** All that was ever written of the meeting's states, in order. */
    private List<ConsumerRecord<byte[], byte[]>> records() {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.MEETING_STATE, Keys.partitionOf(meeting, PARTITIONS));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (new String(record.key(), UTF_8).startsWith(meeting + "/")) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static JsonNode answer(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String reason) throws Exception {
        assertThat(answer(answer, status).path("reason").asText()).isEqualTo(reason);
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path)));
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path)).PUT(BodyPublishers.ofString(body)));
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
