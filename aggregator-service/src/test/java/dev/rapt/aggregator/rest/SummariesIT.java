package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.MeetingEvent;
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

/** Meetings and groups as a whole, meetings side by side, and answers that haven't changed, with a real broker behind. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class SummariesIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();
    private final String path = "v1/meetings/" + meeting;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void aMinuteOfTwoPeopleAndOneOfWhomABotTells() throws Exception {
        // Given somebody happy, somebody who is away half of the time; a third who only speaks
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        await(() -> get("v1/meetings").statusCode() == 200);
        for (int i = 0; i < 60; i++) {
            Instant at = START.plusSeconds(i);
            send(Scores.face(meeting, "ada", at, Expression.EXPRESSION_HAPPY));
            send(
                    i < 30
                            ? Scores.face(meeting, "bob", at, Expression.EXPRESSION_NEUTRAL)
                            : Scores.absent(meeting, "bob", at, AbsenceReason.ABSENCE_REASON_NO_FACE));
        }
        log(Events.joined(meeting, "ada", START, "Ada"));
        log(Events.speechOn(meeting, "ada", START));
        log(Events.speechOff(meeting, "ada", START.plusSeconds(9)));
        log(Events.speechOn(meeting, "cleo", START.plusSeconds(10)));
        log(Events.speechOff(meeting, "cleo", START.plusSeconds(40)));
        log(Events.left(meeting, "cleo", START.plusSeconds(59)));
        put(
                path,
                "{\"purpose\":\"research\",\"region\":\"DE\",\"signals\":\"attention+expression\","
                        + "\"groups\":{\"front row\":[\"ada\",\"dan\"],\"nobody\":[\"dan\"]}}");
        await(() -> json(path).path("frames").asInt() == 120
                && !json(path + "/participants?limit=3")
                        .path("participants")
                        .path(2)
                        .path("leftAt")
                        .isNull()
                && json(path + "/participants").path("participants").size() == 3);
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void everybodysTimeTogether() throws Exception {
        JsonNode summary = json(path + "/summary");

        assertThat(summary.path("meetingId").asText()).isEqualTo(meeting);
        assertThat(summary.path("group").isNull()).isTrue();
        assertThat(summary.path("participants").toString()).isEqualTo("{\"seen\":2,\"measured\":2,\"told\":1}");
        assertThat(summary.path("people").asInt()).isEqualTo(2);
        assertThat(summary.path("start").asText()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertThat(summary.path("frames").asInt()).isEqualTo(120);
        assertThat(summary.path("measuredSeconds").asInt()).isEqualTo(90);
        assertThat(summary.path("awaySeconds").asInt()).isEqualTo(30);
        assertThat(summary.path("presence").asDouble()).isEqualTo(.75);
        // Of 90 labelled seconds 60 are happy: the tally's own labels, and what is displayed
        assertThat(summary.path("labels").path("happy").asDouble()).isEqualTo(.666667);
        assertThat(summary.path("displayedShares").path("happy").asDouble()).isEqualTo(.666667);
        assertThat(summary.path("displayedShares").path("neutral").asDouble()).isEqualTo(.333333);
        assertThat(summary.path("facingSeconds").asInt()).isEqualTo(90);
        assertThat(summary.path("engagement").path("index").isNumber()).isTrue();
        JsonNode talk = summary.path("talk");
        assertThat(talk.findValuesAsText("participantId")).containsExactly("cleo", "ada", "bob");
        assertThat(talk.get(0).path("seconds").asDouble()).isEqualTo(30);
        assertThat(talk.get(0).path("shareOfTalk").asDouble()).isEqualTo(.769231);
        assertThat(talk.get(0).path("name").isNull()).isTrue();
        assertThat(talk.get(1).path("name").asText()).isEqualTo("Ada");
        assertThat(talk.get(1).path("source").asText()).isEqualTo("zoom-rtms");
        assertThat(talk.get(2).path("shareOfTalk").asDouble()).isZero();
    }

    @Test
    void aGroupsTimeTogetherIsThatOfItsPeople() throws Exception {
        JsonNode group = json(path + "/groups/front%20row/summary");
        JsonNode ada = json(path + "/participants/ada/summary");

        assertThat(group.path("group").asText()).isEqualTo("front row");
        assertThat(group.path("participants").toString()).isEqualTo("{\"seen\":1,\"measured\":1,\"told\":0}");
        for (String same :
                new String[] {"frames", "measuredSeconds", "displayedShares", "facing", "expressions", "valence"}) {
            assertThat(group.path(same)).as(same).isEqualTo(ada.path(same));
        }
        assertThat(group.path("talk").findValuesAsText("participantId")).containsExactly("ada");
        assertThat(group.path("talk").get(0).path("shareOfTalk").asDouble()).isEqualTo(1);
        assertProblem(get(path + "/groups/nobody/summary"), 404, "nobody-seen");
        assertProblem(get(path + "/groups/back%20row/summary"), 404, "group-unknown");
        assertProblem(get("v1/meetings/nobody/summary"), 404, "meeting-unknown");
    }

    @Test
    void meetingsSideBySide() throws Exception {
        // Given one without a frame, one that is erased, one of which nobody has heard
        String declared = meeting + "-declared";
        String erased = meeting + "-erased";
        put("v1/meetings/" + declared, "{\"purpose\":\"research\",\"region\":\"DE\"}");
        put("v1/meetings/" + erased, "{\"purpose\":\"research\",\"region\":\"DE\"}");
        send(HttpRequest.newBuilder(root.resolve("v1/meetings/" + erased)).DELETE());

        // When
        JsonNode compared =
                json("v1/comparisons?meetings=" + declared + "," + meeting + "," + erased + ",nobody-" + meeting);

        // Then
        assertThat(compared.path("meetings")).hasSize(1);
        assertThat(compared.path("meetings").get(0).path("meetingId").asText()).isEqualTo(meeting);
        ObjectNode summary = (ObjectNode) json(path + "/summary");
        assertThat(summary.path("moments").path("smiledTogether").isArray()).isTrue();
        assertThat(compared.path("meetings").get(0).path("summary")).isEqualTo(summary.putNull("moments"));
        assertThat(compared.path("unknown").findValuesAsText("reason"))
                .containsExactly("nobody-seen", "meeting-erased", "meeting-unknown");
        assertThat(compared.path("missing")).isEmpty();
        assertProblem(get("v1/comparisons"), 400, "bad-meetings");
        assertProblem(get("v1/comparisons?meetings=" + meeting + "," + meeting), 400, "bad-meetings");
        assertProblem(get("v1/comparisons?meetings=a,no%20id"), 400, "bad-id");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        String[] paths = {
            "v1/meetings?q=" + meeting,
            "v1/comparisons?meetings=" + meeting + ",x",
            path,
            path + "/groups",
            path + "/participants",
            path + "/summary",
            path + "/groups/front%20row/summary",
            path + "/timeline?resolution=10s",
            path + "/timelines?fields=facing",
            path + "/groups/front%20row/timeline",
            path + "/participants/ada/summary",
            path + "/participants/ada/timeline?resolution=5s",
            path + "/markers",
            path + "/moments",
            path + "/class",
            path + "/speakers",
            path + "/participants/ada/visit",
        };
        String[] tags = new String[paths.length];
        for (int i = 0; i < paths.length; i++) {
            HttpResponse<String> first = get(paths[i]);
            assertThat(first.statusCode()).as(paths[i] + first.body()).isEqualTo(200);
            tags[i] = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Cache-Control")).as(paths[i]).contains("private, no-cache");
            HttpResponse<String> again = ifNoneMatch(paths[i], tags[i]);
            assertThat(again.statusCode()).as(paths[i]).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tags[i]);
            assertThat(ifNoneMatch(paths[i], "\"another\"").statusCode()).isEqualTo(200);
        }
        assertThat(get(path + "/timeline?resolution=20s").headers().firstValue("ETag"))
                .isNotEqualTo(get(path + "/timeline?resolution=10s").headers().firstValue("ETag"));

        // When something is said of the meeting, and one more frame has come
        put(
                path,
                "{\"purpose\":\"research\",\"region\":\"DE\",\"title\":\"Now it has one\",\"groups\":{\"front row\":[\"ada\",\"bob\"]}}");
        send(Scores.face(meeting, "bob", START.plusSeconds(30).plusMillis(500), Expression.EXPRESSION_SAD));
        await(() -> json(path).path("frames").asInt() == 121);

        // Then
        for (int i = 0; i < paths.length; i++) {
            assertThat(ifNoneMatch(paths[i], tags[i]).statusCode()).as(paths[i]).isEqualTo(200);
        }
        assertThat(get("v1/meetings/nobody").headers().firstValue("ETag")).isEmpty();
    }

    private HttpResponse<String> ifNoneMatch(String path, String tag) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path)).header("If-None-Match", tag));
    }

    private void send(FaceScore score) {
        producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meeting.getBytes(UTF_8), score.toByteArray()));
    }

    private void log(MeetingEvent event) {
        producer.send(new ProducerRecord<>(Topics.MEETING_LOG, meeting.getBytes(UTF_8), event.toByteArray()));
    }

    private void assertProblem(HttpResponse<String> answer, int status, String reason) throws Exception {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("reason").asText()).isEqualTo(reason);
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(root.resolve(path)));
    }

    private void put(String path, String body) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(root.resolve(path)).PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
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
