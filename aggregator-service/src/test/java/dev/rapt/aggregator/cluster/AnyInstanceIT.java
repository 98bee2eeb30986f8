package dev.rapt.aggregator.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the packaged service share the meetings of a real broker, until one of them is killed. */
@TestMethodOrder(OrderAnnotation.class)
class AnyInstanceIT {

    private static final int PARTITIONS = 4;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEETINGS =
            IntStream.range(10, 22).mapToObj(i -> "m" + i).toList();

    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;
    private static KafkaProducer<byte[], byte[]> producer;
    private static int sent;
    private static InstanceProcess first;
    private static InstanceProcess second;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka")));
        KafkaTopics.create(kafka.bootstrapServers(), PARTITIONS);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        first = InstanceProcess.start("first", kafka.bootstrapServers(), directory);
        second = InstanceProcess.start("second", kafka.bootstrapServers(), directory);
        send();
        await(() -> counts(first) && counts(second));
    }

    @AfterAll
    static void stop() throws Exception {
        first.close();
        second.close();
        producer.close();
        kafka.close();
    }

    /** Ada is happy for twenty seconds in each meeting, in some a little longer. */
    private static void send() {
        for (String meeting : MEETINGS) {
            for (int i = 0; i < frames(meeting); i++) {
                send(meeting, "ada", START.plusMillis(500L * i));
            }
        }
    }

    private static int frames(String meeting) {
        return 40 + meeting.hashCode() % 7;
    }

    private static void send(String meeting, String participant, Instant at) {
        FaceScore score = Scores.face(meeting, participant, at, Expression.EXPRESSION_HAPPY);
        producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meeting.getBytes(UTF_8), score.toByteArray()));
        sent++;
    }

    /** Whether the instance has partitions of its own, and its list is whole. */
    private static boolean counts(InstanceProcess instance) throws Exception {
        assertThat(instance.isAlive()).isTrue();
        try {
            return !owned(instance).isEmpty() && isWhole(instance.get("/v1/meetings"));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isWhole(HttpResponse<String> list) throws IOException {
        if (list.statusCode() != 200 || list.headers().firstValue(Headers.STALE).isPresent()) {
            return false;
        }
        JsonNode body = JSON.readTree(list.body());
        int frames = body.path("meetings").findValues("frames").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
        return body.path("missing").isEmpty() && frames == sent;
    }

    private static Set<Integer> owned(InstanceProcess instance) throws Exception {
        HttpResponse<String> part = instance.get("/v1/meetings", Headers.PARTITIONS, Headers.OWN);
        return part.statusCode() == 200
                ? Headers.partitions(
                        part.headers().firstValue(Headers.PARTITIONS).orElseThrow())
                : Set.of();
    }

    private static String timeline(String meeting) {
        return "/v1/meetings/" + meeting + "/participants/ada/timeline?resolution=5s";
    }

    private static String ownedBy(InstanceProcess instance) throws Exception {
        Set<Integer> owned = owned(instance);
        return MEETINGS.stream()
                .filter(meeting -> owned.contains(Keys.partitionOf(meeting, PARTITIONS)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void sharesTheMeetings() throws Exception {
        Set<Integer> all = new HashSet<>(owned(first));
        all.addAll(owned(second));

        assertThat(owned(first)).doesNotContainAnyElementsOf(owned(second));
        assertThat(all).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    @Order(2)
    void givesTheSameAnswerOnEach() throws Exception {
        String both = ownedBy(first) + "," + ownedBy(second);
        List<String> paths = new ArrayList<>(List.of(
                "/v1/meetings",
                "/v1/meetings?limit=5&order=newest",
                "/v1/comparisons?meetings=" + both,
                "/v1/meetings/nobody/participants",
                "/v1/meetings/a%20b"));
        MEETINGS.forEach(meeting -> paths.add(timeline(meeting)));
        MEETINGS.forEach(meeting -> paths.add("/v1/meetings/" + meeting));
        MEETINGS.forEach(meeting -> paths.add("/v1/meetings/" + meeting + "/export?format=csv"));

        for (String path : paths) {
            HttpResponse<String> one = first.get(path);
            HttpResponse<String> other = second.get(path);
            assertThat(one.body()).as(path).isEqualTo(other.body()).isNotEmpty();
            assertThat(one.statusCode()).isEqualTo(other.statusCode());
            assertThat(one.headers().firstValue("Content-Type"))
                    .isEqualTo(other.headers().firstValue("Content-Type"));
            assertThat(one.headers().firstValue(Headers.STALE)).isEmpty();
        }
        JsonNode compared =
                JSON.readTree(first.get("/v1/comparisons?meetings=" + both).body());
        assertThat(compared.path("meetings")).hasSize(2);
        assertThat(compared.path("meetings").get(0).path("meetingId").asText()).isEqualTo(both.split(",")[0]);
        assertThat(compared.path("meetings").get(1).path("meetingId").asText()).isEqualTo(both.split(",")[1]);
    }

    @Test
    @Order(3)
    void takesOrdersOnEach() throws Exception {
        // Given
        String meeting = ownedBy(first);
        String marker = "/v1/meetings/" + meeting + "/markers/spot";

        // When
        HttpResponse<String> put = second.send(HttpRequest.newBuilder(second.uri(marker))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"title\":\"Spot\",\"kind\":\"advert\",\"start\":\"2026-01-05T10:00:05Z\","
                                + "\"end\":\"2026-01-05T10:00:10Z\"}")));

        // Then
        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
        assertThat(first.get(marker).statusCode()).isEqualTo(200);
        assertThat(second.get(marker).body()).isEqualTo(first.get(marker).body());
    }

    @Test
    @Order(4)
    void bringsEventsThroughTheOther() throws Exception {
        String meeting = ownedBy(first);
        Set<String> kinds = new HashSet<>();
        try (Listening listening = Listening.to(second, meeting, "")) {
            await(() -> listening.kinds().contains("hello"));

            // When something changes
            send(meeting, "bob", START);

            // Then
            await(() -> listening.kinds().contains("buckets"));
            kinds.addAll(listening.kinds());
        }
        assertThat(kinds).doesNotContain("reset");
    }

    @Test
    @Order(5)
    void passesNothingOnThatWasPassedOn() throws Exception {
        // A copy may answer, and then says so; but nobody else is asked
        HttpResponse<String> answer = second.get(timeline(ownedBy(first)), Headers.FORWARDED, "test");

        assertThat(answer.statusCode()).isIn(200, 503);
        assertThat(
                        answer.statusCode() == 503
                                ? answer.headers().firstValue("Retry-After")
                                : answer.headers().firstValue(Headers.STALE))
                .isPresent();
    }

    @Test
    @Order(6)
    void whoIsErasedThroughOneIsGoneOnBothAtOnceWhileFramesGoOn() throws Exception {
        // Given a meeting that the other instance counts, in which everybody's frames go on
        String meeting = "erased-" + ownedBy(first);
        for (int i = 0; Keys.partitionOf(meeting, PARTITIONS) != Keys.partitionOf(ownedBy(first), PARTITIONS); i++) {
            meeting = "erased-" + i;
        }
        String path = "/v1/meetings/" + meeting;
        String erased = path + "/participants/ada/summary";
        AtomicBoolean goesOn = new AtomicBoolean(true);
        String sentTo = meeting;
        int sentBefore = sent;
        Thread frames = new Thread(() -> {
            for (int i = 0; goesOn.get(); i++) {
                send(sentTo, "ada", START.plusMillis(100L * i));
                send(sentTo, "bob", START.plusMillis(100L * i));
                LockSupport.parkNanos(20_000_000);
            }
        });
        frames.start();
        try (Listening listening = listening(second, meeting, erased)) {
            // When
            HttpResponse<String> answer = second.send(HttpRequest.newBuilder(second.uri(path + "/participants/ada"))
                    .DELETE());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

            // Then
            for (int i = 0; i < 12; i++) {
                for (InstanceProcess one : List.of(first, second)) {
                    HttpResponse<String> gone = one.get(erased);
                    assertThat(gone.statusCode()).as(gone.body()).isEqualTo(410);
                    assertThat(gone.body()).contains("participant-erased");
                    for (String all : List.of("/participants", "/timelines", "/export?format=csv")) {
                        HttpResponse<String> others = one.get(path + all);
                        assertThat(others.statusCode()).as(others.body()).isEqualTo(200);
                        assertThat(others.body()).contains("bob").doesNotContain("ada");
                    }
                }
            }
            await(() -> listening.kinds().contains("gone") && listening.has("\"participantIds\":[\"ada\"]"));

            // When the whole meeting is erased
            answer = second.send(HttpRequest.newBuilder(second.uri(path)).DELETE());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

            // Then
            for (int i = 0; i < 5; i++) {
                for (InstanceProcess one : List.of(first, second)) {
                    assertThat(one.get(path).body()).contains("meeting-erased");
                    assertThat(one.get("/v1/meetings").body()).doesNotContain(meeting);
                }
            }
            await(() -> listening.kinds().contains("erased") && listening.isOver());
        } finally {
            goesOn.set(false);
            frames.join();
            sent = sentBefore;
        }
    }

    private static Listening listening(InstanceProcess instance, String meeting, String participant) throws Exception {
        await(() -> instance.get(participant).statusCode() == 200);
        Listening listening = Listening.to(instance, meeting, "");
        await(() -> listening.has("ada"));
        return listening;
    }

    @Test
    @Order(7)
    void isRightStaleOrNotReadyWhenAnInstanceIsKilled() throws Exception {
        // Given the right answers
        Map<String, String> right = new HashMap<>();
        for (String meeting : MEETINGS) {
            right.put(timeline(meeting), second.get(timeline(meeting)).body());
        }
        String lost = ownedBy(first);
        // A copy is shown only after it has been near its changelog's end for two looks
        await(() -> second.get(timeline(lost), Headers.FORWARDED, "test").statusCode() == 200);

        Listening listening = Listening.to(second, lost, "");
        await(() -> listening.kinds().contains("hello"));
        send(lost, "eve", START);
        await(() -> listening.kinds().contains("buckets"));

        // When
        first.kill();
        Map<String, Integer> seen = new HashMap<>();
        Instant end = Instant.now().plus(PATIENCE);
        boolean whole = false;
        while (!whole) {
            for (Map.Entry<String, String> question : right.entrySet()) {
                HttpResponse<String> answer = second.get(question.getKey());
                boolean stale = answer.headers().firstValue(Headers.STALE).isPresent();
                seen.merge(answer.statusCode() + (stale ? " stale" : ""), 1, Integer::sum);
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertThat(answer.body()).isEqualTo(question.getValue());
                }
            }
            whole = listIsHonest(second.get("/v1/meetings"), seen);
            assertThat(Instant.now()).as("in time, after " + seen).isBefore(end);
        }

        // Then the copies answered meanwhile, and nothing is stale any more
        assertThat(seen).containsKey("200 stale").containsKey("list names first");
        for (Map.Entry<String, String> question : right.entrySet()) {
            HttpResponse<String> answer = second.get(question.getKey());
            assertThat(answer.body()).isEqualTo(question.getValue());
            assertThat(answer.headers().firstValue(Headers.STALE)).isEmpty();
        }

        // Then whoever listened has noticed, and goes on from where it was, elsewhere
        await(listening::isOver);
        try (Listening goingOn = Listening.to(second, lost, listening.lastId())) {
            await(() -> !goingOn.kinds().isEmpty());
            send(lost, "mia", START);
            await(() -> goingOn.kinds().contains("buckets") && goingOn.has("mia"));
            assertThat(goingOn.kinds()).doesNotContain("reset");
        }
    }

    /** Whether the list is whole; it may lack meetings only if it names somebody. */
    private static boolean listIsHonest(HttpResponse<String> list, Map<String, Integer> seen) throws IOException {
        if (list.statusCode() == 503) {
            assertThat(list.headers().firstValue("Retry-After")).isPresent();
            return false;
        }
        JsonNode body = JSON.readTree(list.body());
        List<String> missing = body.path("missing").findValuesAsText("instance");
        List<String> ids = body.path("meetings").findValuesAsText("id");
        if (missing.contains(first.address())) {
            seen.merge("list names first", 1, Integer::sum);
        }
        if (missing.isEmpty()) {
            assertThat(ids).containsExactlyElementsOf(MEETINGS);
        }
        return isWhole(list);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(100);
        }
    }
}
