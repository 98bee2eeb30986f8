package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Columns, groups and the whole meeting, over a real broker: three people of a minute each. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class ManyTimelinesIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    @Inject
    StatePublisher publisher;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();

    @Test
    void peopleSideBySideInGroupsAndTogether() throws Exception {
        // Given somebody happy, somebody who leaves, somebody whose camera is off; two of them are a group
        publisher
                .declared(
                        meeting,
                        new Declaration(
                                "Standup",
                                List.of(),
                                List.of(new Group("front row", Set.of("ada", "bob"))),
                                Optional.empty(),
                                Optional.empty(),
                                START))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 120; i++) {
                Instant at = START.plusMillis(500L * i);
                send(producer, Scores.face(meeting, "ada", at, Expression.EXPRESSION_HAPPY));
                send(
                        producer,
                        i < 60
                                ? Scores.face(meeting, "bob", at, Expression.EXPRESSION_NEUTRAL)
                                : Scores.absent(meeting, "bob", at, AbsenceReason.ABSENCE_REASON_NO_FACE));
                send(producer, Scores.absent(meeting, "cyd", at, AbsenceReason.ABSENCE_REASON_CAMERA_OFF));
            }
        }
        String at = "v1/meetings/" + meeting;
        await(() -> json(at).path("frames").asInt() == 360
                && get(at + "/groups/front%20row/timeline").statusCode() == 200);

        // Then columns say what rows say
        JsonNode columns = json(at + "/timelines?resolution=10s&fields=engagementIndex,displayed,frames,awaySeconds");
        assertThat(columns.path("steps").asInt()).isEqualTo(6);
        assertThat(columns.path("fields")).hasSize(4);
        JsonNode people = columns.path("participants");
        assertThat(people.findValuesAsText("participantId")).containsExactly("ada", "bob", "cyd");
        for (int person = 0; person < 3; person++) {
            JsonNode rows = json(at + "/participants/"
                            + people.get(person).path("participantId").asText()
                            + "/timeline?resolution=10s&from=2026-01-05T10:00:00Z&to=2026-01-05T10:01:00Z")
                    .path("buckets");
            JsonNode column = people.get(person).path("columns");
            for (int step = 0; step < 6; step++) {
                JsonNode row = rows.get(step);
                assertThat(column.path("frames").get(step)).isEqualTo(row.path("frames"));
                assertThat(column.path("awaySeconds").get(step)).isEqualTo(row.path("awaySeconds"));
                assertThat(column.path("displayed").get(step)).isEqualTo(row.path("displayed"));
                assertThat(column.path("engagementIndex").get(step).asText())
                        .isEqualTo(text(row.path("engagement").path("index")));
            }
        }
        assertThat(people.get(0).path("columns").path("engagementIndex").get(2).asDouble())
                .isEqualTo(1);
        assertThat(people.get(1).path("columns").path("engagementIndex").get(5).asDouble())
                .isZero();
        assertThat(people.get(2).path("columns").path("engagementIndex").get(5).isNull())
                .isTrue();

        // And any stretch is a step of its own: where a timeline has the same one, the same to the last digit
        for (String who : List.of("", "&group=front%20row")) {
            ObjectNode total = (ObjectNode) json(at + "/total?from=2026-01-05T10:00:00Z&to=2026-01-05T10:01:00Z" + who);
            JsonNode step = json(at + (who.contains("group") ? "/groups/front%20row" : "") + "/timeline?resolution=1m")
                    .path("buckets")
                    .get(0);
            total.remove("meetingId");
            assertThat(total).isEqualTo(step);
        }
        assertThat(json(at + "/total?participants=bob&from=2026-01-05T10:00:20Z&to=2026-01-05T10:00:35Z")
                        .path("measuredSeconds")
                        .asInt())
                .isEqualTo(10);

        // Then the group and the meeting are their people together
        JsonNode group = json(at + "/groups/front%20row/timeline?resolution=1m").path("buckets");
        assertThat(group).hasSize(1);
        assertThat(group.get(0).path("people").asInt()).isEqualTo(2);
        assertThat(group.get(0).path("frames").asInt()).isEqualTo(240);
        assertThat(group.get(0).path("measuredSeconds").asInt()).isEqualTo(90);
        assertThat(group.get(0).path("awaySeconds").asInt()).isEqualTo(30);
        assertThat(group.get(0).path("coverage").asDouble()).isEqualTo(1);
        // 90 facing of 120, open eyes in all that are known
        assertThat(group.get(0)
                        .path("engagement")
                        .path("components")
                        .get(0)
                        .path("value")
                        .asDouble())
                .isEqualTo(.75);
        assertThat(group.get(0).path("engagement").path("index").asDouble()).isEqualTo(.825);
        JsonNode whole = json(at + "/timeline?resolution=1m").path("buckets");
        assertThat(whole.get(0).path("people").asInt()).isEqualTo(2);
        assertThat(whole.get(0).path("unmeasuredSeconds").asInt()).isEqualTo(60);
        assertThat(whole.get(0).path("coverage").asDouble()).isEqualTo(.666667);

        // Then what isn't there is said
        assertThat(reason(at + "/groups/back%20row/timeline", 404)).isEqualTo("group-unknown");
        assertThat(reason(at + "/timelines?participants=ada,eve", 404)).isEqualTo("participant-unknown");
        assertThat(reason(at + "/timelines?fields=joy", 400)).isEqualTo("bad-fields");
        assertThat(reason(at + "/timelines?resolution=7s", 400)).isEqualTo("bad-resolution");
        assertThat(reason("v1/meetings/nobodys/timelines", 404)).isEqualTo("meeting-unknown");
        assertThat(json(at + "/timelines?group=front%20row&participants=bob")
                        .path("participants")
                        .findValuesAsText("participantId"))
                .containsExactly("bob");
    }

    private static String text(JsonNode number) {
        return number.isNull()
                ? "null"
                : number.asDouble() == Math.rint(number.asDouble()) ? Long.toString(number.asLong()) : number.asText();
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, FaceScore score) {
        producer.send(new ProducerRecord<>(
                Topics.FACE_SCORES, score.getFrame().getMeetingId().getBytes(), score.toByteArray()));
    }

    private String reason(String path, int status) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        return JSON.readTree(answer.body()).path("reason").asText();
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }
}
