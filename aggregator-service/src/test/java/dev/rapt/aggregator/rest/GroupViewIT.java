package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.ParticipantEntry;
import dev.rapt.aggregator.query.Timelines;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting of which only groups are shown, over a real broker. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class GroupViewIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LEFT = Set.of("p0", "p1", "p2", "p3", "p4", "p5");
    private static final Set<String> RIGHT = Set.of("p6", "p7", "p8", "p9", "p10", "p11");
    /** Three minutes and enough that the third has settled. */
    private static final int SECONDS = 200;

    private static final int EVERY_FOURTH = 4;

    /** What may be read; a new route that tells of a meeting has to be put here, or to be refused. */
    private static final Set<String> SHOWN = Set.of(
            "/v1/meetings/{meetingId}",
            "/v1/meetings/{meetingId}/groups",
            "/v1/meetings/{meetingId}/timeline",
            "/v1/meetings/{meetingId}/groups/{group}/timeline",
            "/v1/meetings/{meetingId}/timelines",
            "/v1/meetings/{meetingId}/total",
            "/v1/meetings/{meetingId}/class",
            "/v1/meetings/{meetingId}/export",
            "/v1/meetings/{meetingId}/markers",
            "/v1/meetings/{meetingId}/markers/{markerId}",
            "/v1/meetings/{meetingId}/measuring",
            "/v1/meetings/{meetingId}/notice",
            // What somebody said, and no figure
            "/v1/meetings/{meetingId}/consents",
            "/v1/meetings/{meetingId}/participants/{participantId}/consent");

    private static final String RANGE = "from=2026-01-05T10:00:00Z&to=2026-01-05T10:03:00Z";
    private static final List<String> ASKED = List.of(
            "timeline?" + RANGE,
            "timeline?resolution=30s&" + RANGE,
            "timeline?resolution=1m&" + RANGE,
            "timeline?resolution=20s&from=2026-01-05T10:00:15Z&to=2026-01-05T10:01:25Z",
            "groups/left/timeline?" + RANGE,
            "groups/right/timeline?resolution=50s&" + RANGE,
            "timelines?" + RANGE,
            "timelines?group=left&fields=attention,away&" + RANGE,
            "total?" + RANGE,
            "total?group=left&from=2026-01-05T10:00:07Z&to=2026-01-05T10:00:31Z",
            "class?" + RANGE,
            "export?format=csv&" + RANGE,
            "export?format=jsonl&group=right&resolution=1m&" + RANGE,
            "export?format=parquet&" + RANGE);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject
    StatePublisher publisher;

    @Inject
    Timelines timelines;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();
    private final String path = "v1/meetings/" + meeting;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void aMeetingOfTwelve() throws Exception {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        await(() -> get("v1/meetings").statusCode() == 200);
        Terms terms = new Terms(Purpose.RESEARCH, "US", Signals.ATTENTION, ConsentRule.ASSUMED, View.GROUP, false, "");
        publisher
                .declared(
                        meeting,
                        new Declaration(
                                "Biology",
                                List.of(),
                                List.of(new Group("left", LEFT), new Group("right", RIGHT)),
                                Optional.of(terms),
                                Optional.empty(),
                                START))
                .toCompletableFuture()
                .join();
        for (String who : LEFT) {
            frames(who, 0, 0);
        }
        for (String who : RIGHT) {
            frames(who, 60, 0);
        }
        for (String who : List.of("p0", "p5", "p11")) {
            await(() -> frames(who) == SECONDS);
        }
        await(() -> get(path + "/participants").statusCode() == 403);
        // As it comes after all frames of the meeting, so that all of them are counted
        await(() -> all(LEFT) && all(RIGHT));
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void everyRouteThatShowsPeopleIsRefusedWithTheReason() throws Exception {
        // Given
        publisher
                .marked(
                        meeting,
                        new Marker("spot", "Spot", Marker.Kind.SLIDE, START, START.plusSeconds(30), List.of()),
                        START)
                .toCompletableFuture()
                .join();
        await(() -> get(path + "/markers/spot").statusCode() == 200);
        publisher
                .consented(meeting, new Consent("p0", true, "1", "en", Optional.empty(), START))
                .toCompletableFuture()
                .join();
        await(() -> get(path + "/participants/p0/consent").statusCode() == 200);
        Set<String> shown = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        JsonNode paths = JSON.readTree(get("q/openapi?format=json").body()).path("paths");

        // When everything that can be read of a meeting is
        paths.fields().forEachRemaining(entry -> {
            if (entry.getKey().contains("{meetingId}") && entry.getValue().has("get")) {
                HttpResponse<String> answer = ask(entry.getKey()
                        .substring(1)
                        .replace("{meetingId}", meeting)
                        .replace("{participantId}", "p0")
                        .replace("{markerId}", "spot")
                        .replace("{group}", "left"));
                if (answer.statusCode() == 200) {
                    shown.add(entry.getKey());
                } else if (!entry.getKey().endsWith("/socket")) {
                    assertThat(reason(answer)).as(entry.getKey()).isEqualTo("403 group-view");
                    refused.add(entry.getKey());
                }
            }
        });

        // Then
        assertThat(shown).isEqualTo(new TreeSet<>(SHOWN));
        assertThat(refused)
                .contains(
                        "/v1/meetings/{meetingId}/participants",
                        "/v1/meetings/{meetingId}/participants/{participantId}/timeline",
                        "/v1/meetings/{meetingId}/participants/{participantId}/summary",
                        "/v1/meetings/{meetingId}/participants/{participantId}/visit",
                        "/v1/meetings/{meetingId}/speakers",
                        "/v1/meetings/{meetingId}/summary",
                        "/v1/meetings/{meetingId}/moments",
                        "/v1/meetings/{meetingId}/markers/report");
        for (String single : List.of("timelines", "total", "export")) {
            assertThat(reason(get(path + "/" + single + "?participants=p0"))).isEqualTo("403 group-view");
        }
        assertThat(reason(get(path + "/live"))).isEqualTo("403 group-view");
        assertThat(client.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(root.toString().replaceFirst("http", "ws") + path + "/live/socket"),
                                new WebSocket.Listener() {}))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused403 -> assertThat(
                                refused403.getResponse().statusCode())
                        .isEqualTo(403));
    }

    @Test
    void answersAreOfThePublishedTable() throws Exception {
        // When
        JsonNode left = json(path + "/groups/left/timeline?resolution=1m&" + RANGE);
        JsonNode right = json(path + "/groups/right/timeline?resolution=1m&" + RANGE);
        JsonNode everybody = json(path + "/timeline");

        // Then people of the left never turned away, those of the right every fourth second
        assertThat(left.path("steps")).hasSize(3);
        left.path("steps").forEach(step -> {
            assertThat(step.path("attention").asDouble()).isEqualTo(1);
            assertThat(step.path("people").asInt()).isEqualTo(5);
            assertThat(step.path("published").asInt()).isEqualTo(6);
            assertThat(step.has("expressions")).isFalse();
        });
        right.path("steps")
                .forEach(step -> assertThat(step.path("attention").asDouble()).isBetween(.7, .8));
        assertThat(everybody.path("to").asText()).isEqualTo("2026-01-05T10:03:00.000Z");
        assertThat(everybody.path("steps")).hasSize(18);
        everybody.path("steps").forEach(step -> {
            double attention = step.path("attention").asDouble();
            assertThat(Math.abs(attention * 20 - Math.round(attention * 20))).isLessThan(1e-6);
            assertThat(step.path("people").asInt()).isEqualTo(10);
        });
        assertThat(json(path + "/class?" + RANGE).path("steps").findValuesAsText("attention"))
                .isEqualTo(json(path + "/timeline?" + RANGE).path("steps").findValuesAsText("attention"));
        assertThat(json(path + "/timelines?fields=attention&" + RANGE).path("groups"))
                .hasSize(3);
        assertThat(get(path + "/export?fields=attention&resolution=1m&" + RANGE)
                        .body()
                        .lines())
                .hasSize(1 + 3 * 3)
                .first()
                .isEqualTo("meetingId,group,start,end,people,attention");
        // A tag would tell that a frame has come
        assertThat(get(path + "/timeline").headers().firstValue("ETag")).isEmpty();
        assertThat(reason(get(path + "/timeline?resolution=5s"))).isEqualTo("400 bad-resolution");
        assertThat(reason(get(path + "/groups/nobody/timeline"))).isEqualTo("404 group-unknown");
        assertThat(reason(get(path + "/export?fields=happy"))).isEqualTo("403 attention-only");
        assertThat(reason(get(path + "/export?fields=yaw"))).isEqualTo("400 bad-fields");
    }

    @Test
    void whatWasToldStaysAsItWasWhateverComesOfOnePersonLater() throws Exception {
        // Given
        Map<String, String> before = answers();

        // When one person has turned away all the time, as frames say that come late
        frames("p0", 60, 500);
        await(() -> frames("p0") == 2 * SECONDS);

        // Then
        assertThat(answers()).isEqualTo(before);

        // When that person is erased
        publisher
                .erasedParticipant(meeting, "p0", "test", Instant.now())
                .toCompletableFuture()
                .join();
        await(() -> frames("p0") == 0);

        // Then
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void aMeetingSaysNothingOfSinglePeople() throws Exception {
        // When
        JsonNode one = json(path);
        JsonNode listed = json("v1/meetings?q=" + meeting).path("meetings").get(0);

        // Then
        for (JsonNode told : List.of(one, listed)) {
            assertThat(told.path("participants").isNull()).isTrue();
            assertThat(told.path("frames").isNull()).isTrue();
            assertThat(told.path("firstCapturedAt").asText()).isEqualTo("2026-01-05T10:00:00.000Z");
            assertThat(told.path("lastCapturedAt").asText()).isEqualTo("2026-01-05T10:03:00.000Z");
        }
        assertThat(one.path("groups").path("left")).isEmpty();
        assertThat(json(path + "/groups").findValues("participantIds")).allMatch(JsonNode::isEmpty);
        assertThat(one.path("activeSpeaker").path("participantId").isNull()).isTrue();
        // The list can't be searched for the moment of the last frame
        assertThat(json("v1/meetings?from=2026-01-05T10:03:01Z&q=" + meeting).path("meetings"))
                .isEmpty();
        assertThat(json("v1/comparisons?meetings=" + meeting + ",other")
                        .path("unknown")
                        .get(0)
                        .path("reason")
                        .asText())
                .isEqualTo("group-view");
        for (String who : LEFT) {
            assertThat(one.toString()).doesNotContain('"' + who + '"');
        }
    }

    private Map<String, String> answers() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String asked : ASKED) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(root.resolve(path + "/" + asked)).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(asked).isEqualTo(200);
            answers.put(asked, HexFormat.of().formatHex(answer.body()));
        }
        return answers;
    }

    /** A frame a second; every fourth is turned so far aside. */
    private void frames(String who, float yaw, int millis) {
        for (int second = 0; second < SECONDS; second++) {
            Instant at = START.plusSeconds(second).plusMillis(100 + millis);
            float turned = second % EVERY_FOURTH == 0 ? yaw : 0;
            producer.send(new ProducerRecord<>(
                    Topics.FACE_SCORES,
                    meeting.getBytes(UTF_8),
                    Scores.seen(meeting, who, at, turned, 0).toByteArray()));
        }
        producer.flush();
    }

    private boolean all(Set<String> people) {
        return people.stream().allMatch(who -> frames(who) == SECONDS);
    }

    private long frames(String who) {
        return timelines.participant(meeting, who) instanceof Lookup.Found<ParticipantEntry> found
                ? found.value().participation().tally().frames()
                : 0;
    }

    private static String reason(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        try {
            return answer.statusCode() + " "
                    + JSON.readTree(answer.body()).path("reason").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private HttpResponse<String> ask(String path) {
        try {
            return get(path);
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
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
