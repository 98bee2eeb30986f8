package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.contracts.Keys;
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
import java.net.http.HttpRequest.BodyPublishers;
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

    @Inject
    StatePublisher publisher;

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

    /** Six people for four minutes of whom three are displayed as happy in the first half of the advert. */
    private void sixPeople() throws Exception {
        for (int second = 0; second < 240; second++) {
            for (int i = 0; i < 6; i++) {
                boolean happy = i < 3 && second >= 120 && second < 135;
                face("p" + i, second, happy ? Expression.EXPRESSION_HAPPY : Expression.EXPRESSION_NEUTRAL);
            }
        }
        face("late", 239, Expression.EXPRESSION_HAPPY);
        await(() -> json(path).path("frames").asInt() == 6 * 240 + 1);
        assertThat(send("PUT", path + "/markers/spot", SPOT).statusCode()).isEqualTo(201);
    }

    @Test
    void reportsWhatPeopleDidDuringAMarker() throws Exception {
        sixPeople();

        // When
        JsonNode report = json(path + "/markers/spot/report");

        // Then six are compared, half of whom smiled for half of the thirty seconds: .1 or .25 of happy before .1
        assertThat(report.path("included").asInt()).isEqualTo(6);
        assertThat(report.path("excluded").path("neitherCovered").asInt()).isEqualTo(1);
        assertThat(report.path("windows").path("baseline").path("from").asText())
                .isEqualTo("2026-01-05T10:01:00.000Z");
        assertThat(report.path("windows").path("marker").path("to").asText()).isEqualTo("2026-01-05T10:02:30.000Z");
        JsonNode happy = measure(report, "happy");
        assertThat(happy.path("n").asInt()).isEqualTo(6);
        assertThat(happy.path("baselineMean").asDouble()).isEqualTo(.1);
        assertThat(happy.path("markerMean").asDouble()).isEqualTo(.175);
        assertThat(happy.path("meanDifference").asDouble()).isEqualTo(.075);
        // The deviation of .15 three times and 0 three times is .082158, t of five degrees of freedom 2.570582
        assertThat(happy.path("standardDeviation").asDouble()).isEqualTo(.082158);
        assertThat(happy.path("confidenceInterval").path("low").asDouble()).isEqualTo(-.01122);
        assertThat(happy.path("confidenceInterval").path("high").asDouble()).isEqualTo(.16122);
        assertThat(happy.path("effectSize").asDouble()).isEqualTo(.912871);
        assertThat(measure(report, "facing").path("reason").asText()).isEqualTo("no-spread");
        assertThat(measure(report, "speakingShare").path("reason").asText()).isEqualTo("fewer-than-two");
        assertThat(measure(report, "speakingShare").path("meanDifference").isNull())
                .isTrue();
        JsonNode people = report.path("participants");
        assertThat(people).hasSize(7);
        assertThat(people.get(0).path("excluded").asText()).isEqualTo("neither-covered");
        assertThat(people.get(1).path("excluded").isNull()).isTrue();
        assertThat(people.get(1).path("difference").path("happy").asDouble()).isEqualTo(.15);
        assertThat(people.get(1).path("difference").path("speakingShare").isNull())
                .isTrue();
        assertThat(people.get(1).path("marker").path("displayedShares.happy").asDouble())
                .isGreaterThan(.4);
        assertThat(report.path("note").asText()).contains("never of what people felt");

        String tag =
                get(path + "/markers/spot/report").headers().firstValue("ETag").orElseThrow();
        assertThat(get(path + "/markers/spot/report", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        // When a group is asked for, two markers at once, or something that can't be
        Group front = new Group("front", Set.of("p0", "p1", "late"));
        publisher.declared(
                meeting,
                new Declaration("", List.of(), List.of(front), Optional.empty(), Optional.empty(), Instant.now()));
        await(() -> get(path + "/markers/spot/report?group=front").statusCode() == 200);
        JsonNode few = json(path + "/markers/spot/report?group=front&baseline=30s");
        send("PUT", path + "/markers/before", SPOT.replace("10:02", "10:01"));
        JsonNode both = json(path + "/markers/report?ids=spot,before").path("reports");

        // Then
        assertThat(measure(few, "happy").path("n").asInt()).isEqualTo(2);
        assertThat(measure(few, "happy").path("meanDifference").asDouble()).isEqualTo(.15);
        assertThat(few.path("windows").path("baseline").path("from").asText()).isEqualTo("2026-01-05T10:01:30.000Z");
        assertThat(both).hasSize(2);
        assertThat(both.get(0).path("baselineOverlaps").get(0).asText()).isEqualTo("before");
        assertThat(measure(both.get(1), "happy").path("meanDifference").asDouble())
                .isZero();
        assertThat(both.get(1).path("participants").isNull()).isTrue();
        assertThat(reason(get(path + "/markers/none/report"))).isEqualTo("404 marker-unknown");
        assertThat(reason(get(path + "/markers/spot/report?group=back"))).isEqualTo("404 group-unknown");
        assertThat(reason(get(path + "/markers/spot/report?baseline=2h"))).isEqualTo("400 bad-baseline");
        assertThat(reason(get(path + "/markers/spot/report?baseline=long"))).isEqualTo("400 bad-baseline");
        assertThat(reason(get(path + "/markers/report"))).isEqualTo("400 bad-id");
        assertThat(reason(send("PUT", path + "/markers/report", SPOT))).isEqualTo("400 bad-id");
    }

    @Test
    void showsARoomItsMomentsAndOneVisit() throws Exception {
        sixPeople();

        // Then the room as a group, and nothing of fewer than five
        JsonNode room = json(path + "/class?resolution=1m");
        assertThat(room.path("leastPeople").asInt()).isEqualTo(5);
        assertThat(room.path("steps")).hasSize(4);
        JsonNode step = room.path("steps").get(1);
        assertThat(step.path("people").asInt()).isEqualTo(6);
        assertThat(step.path("tooFew").asBoolean()).isFalse();
        assertThat(step.path("facing").asDouble()).isEqualTo(1);
        assertThat(step.path("attention").asDouble()).isEqualTo(1);
        assertThat(step.path("engagementIndex").asDouble()).isEqualTo(1);
        assertThat(room.path("alerts")).isEmpty();
        JsonNode after = json(path + "/class?from=2026-01-05T11:00:00Z&to=2026-01-05T11:01:00Z");
        assertThat(after.path("steps").get(0).path("tooFew").asBoolean()).isTrue();
        assertThat(after.path("steps").get(0).path("away").isNull()).isTrue();
        assertThat(room.toString()).doesNotContain("p0");

        // Then who smiled together, and that it stood out
        JsonNode moments = json(path + "/moments");
        assertThat(moments.path("extremes").get(0).path("measure").asText()).isEqualTo("smiling");
        assertThat(moments.path("extremes").get(0).path("kind").asText()).isEqualTo("peak");
        JsonNode together = moments.path("smiledTogether");
        assertThat(together).hasSize(1);
        assertThat(together.get(0).path("participants").findValuesAsText("participantId"))
                .containsExactly("p0", "p1", "p2");

        assertThat(json(path + "/summary").path("moments").path("smiledTogether"))
                .isEqualTo(together);

        // Then one person's visit
        JsonNode visit = json(path + "/participants/p0/visit");
        assertThat(visit.path("time").path("seen").asInt()).isEqualTo(240);
        assertThat(visit.path("displayedShares").has("it-depends")).isTrue();
        assertThat(visit.path("thirds").findValuesAsText("part")).containsExactly("beginning", "middle", "end");
        assertThat(visit.path("thirds").get(1).path("valence").asDouble())
                .isGreaterThan(visit.path("thirds").get(0).path("valence").asDouble());
        assertThat(visit.path("speaking").isNull()).isTrue();
        assertThat(visit.path("notMeasured").path("speechUnknown").asBoolean()).isTrue();
        assertThat(visit.path("longestAway").isNull()).isTrue();
        assertThat(visit.path("statement").asText()).contains("no diagnosis");
        assertThat(reason(get(path + "/participants/nobody/visit"))).isEqualTo("404 participant-unknown");
        assertThat(reason(get("v1/meetings/nobody/class"))).isEqualTo("404 meeting-unknown");
        assertThat(reason(get("v1/meetings/nobody/moments"))).isEqualTo("404 meeting-unknown");
    }

    @Test
    void tellsQuietlyWhenARoomSinksAndWhyNothingCouldBeMeasured() throws Exception {
        // Given eleven minutes of six who look, then three of which half turn away, a frame each in two seconds
        for (int second = 0; second < 840; second += 2) {
            for (int i = 0; i < 6; i++) {
                float yaw = i < 3 && second >= 660 ? 40 : 0;
                score(Scores.seen(meeting, "p" + i, START.plusSeconds(second), yaw, 0));
            }
        }
        for (int second = 0; second < 10; second++) {
            score(Scores.absent(meeting, "dim", START.plusSeconds(second), AbsenceReason.ABSENCE_REASON_DARK));
        }
        await(() -> json(path).path("frames").asInt() == 6 * 420 + 10);

        // Then
        JsonNode alerts = json(path + "/class?resolution=1m").path("alerts");
        assertThat(alerts).hasSize(1);
        assertThat(Instant.parse(alerts.get(0).path("start").asText()))
                .isBetween(START.plusSeconds(660), START.plusSeconds(720));
        assertThat(alerts.get(0).path("open").asBoolean()).isTrue();
        assertThat(alerts.get(0).path("level").asDouble()).isEqualTo(1);
        assertThat(alerts.get(0).path("depth").asDouble()).isEqualTo(.5);
        assertThat(json(path + "/class?to=2026-01-05T10:05:00Z").path("alerts")).isEmpty();

        JsonNode visit = json(path + "/participants/dim/visit");
        assertThat(visit.path("time").path("unmeasured").asInt()).isEqualTo(10);
        assertThat(visit.path("notMeasured").path("frames").path("dark").asInt())
                .isEqualTo(10);
        assertThat(visit.path("displayedShares").isNull()).isTrue();
        assertThat(visit.path("thirds").path(0).path("valence").isNull()
                        || visit.path("thirds").isEmpty())
                .isTrue();
        JsonNode seen = json(path + "/participants/p0/visit").path("notMeasured");
        assertThat(seen.path("framesWithoutExpression").asInt()).isEqualTo(420);
    }

    @Test
    void aMeetingHasAThousandMarkersAtMost() throws Exception {
        // Given a thousand
        face("ada", 0, Expression.EXPRESSION_NEUTRAL);
        Marker marker = new Marker("m", "M", Marker.Kind.SLIDE, START, START.plusSeconds(30), List.of());
        for (int i = 0; i < 1_000; i++) {
            publisher.marked(
                    meeting,
                    new Marker("m" + i, marker.title(), marker.kind(), marker.start(), marker.end(), List.of()),
                    START);
        }
        await(() -> get(path).statusCode() == 200
                && json(path + "/markers").path("markers").size() == 1_000);

        // Then there is no room for another, but for one in the place of another
        assertThat(reason(send("POST", path + "/markers", SPOT))).isEqualTo("409 too-many-markers");
        assertThat(reason(send("PUT", path + "/markers/more", SPOT))).isEqualTo("409 too-many-markers");
        assertThat(send("PUT", path + "/markers/m7", SPOT).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", path + "/markers/m8", "").statusCode()).isEqualTo(204);
        assertThat(send("POST", path + "/markers", SPOT).statusCode()).isEqualTo(201);
    }

    @Test
    void describesWhatItAnswers() throws Exception {
        JsonNode paths = json("q/openapi?format=json").path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains(
                        "/v1/meetings/{meetingId}/markers",
                        "/v1/meetings/{meetingId}/markers/{markerId}",
                        "/v1/meetings/{meetingId}/markers/{markerId}/report",
                        "/v1/meetings/{meetingId}/markers/report",
                        "/v1/meetings/{meetingId}/class",
                        "/v1/meetings/{meetingId}/moments",
                        "/v1/meetings/{meetingId}/participants/{participantId}/visit");
        assertThat(paths.path("/v1/meetings/{meetingId}/markers").path("post").path("requestBody"))
                .isNotEmpty();
    }

    private static JsonNode measure(JsonNode report, String name) {
        for (JsonNode measure : report.path("measures")) {
            if (measure.path("name").asText().equals(name)) {
                return measure;
            }
        }
        throw new AssertionError("There is no measure " + name);
    }

    private void face(String who, int second, Expression shown) {
        score(Scores.face(meeting, who, START.plusSeconds(second).plusMillis(100), shown));
    }

    private void score(FaceScore score) {
        producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meeting.getBytes(UTF_8), score.toByteArray()));
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

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        return client.send(
                HttpRequest.newBuilder(root.resolve(path)).header(header, value).build(), BodyHandlers.ofString());
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
