package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.DeadLetter;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records in, answers out, over a real broker. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class AggregatorIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Less than the commit interval of the tests, which is 5 min: whatever is seen in time isn't committed. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    @Inject
    TimelineStreams streams;

    @Inject
    AggregatorConfig config;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();

    @BeforeEach
    void ready() throws Exception {
        await(PATIENCE, () -> get("v1/meetings").statusCode() == 200);
    }

    @Test
    void countsEachFrameOnceAndShowsItBeforeTheCommit() throws Exception {
        // Given a minute of happy frames but ten seconds in which nobody is there, each record delivered twice
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 120; i++) {
                Instant at = START.plusMillis(500L * i + 120);
                boolean away = i >= 60 && i < 80;
                send(
                        away
                                ? Scores.absent(meeting, "ada", at, AbsenceReason.ABSENCE_REASON_NO_FACE)
                                : Scores.face(meeting, "ada", at, Expression.EXPRESSION_HAPPY));
            }
        }
        send(Scores.absent(meeting, "bob", START, AbsenceReason.ABSENCE_REASON_CAMERA_OFF));

        // When all of it is there
        await(PATIENCE, () -> json("v1/meetings/" + meeting).path("frames").asInt() == 121);

        // Then the meeting
        assertThat(json("v1/meetings/" + meeting).path("participants").asInt()).isEqualTo(2);
        assertThat(json("v1/meetings").path("meetings").findValuesAsText("id")).contains(meeting);
        JsonNode people = json("v1/meetings/" + meeting + "/participants").path("participants");
        assertThat(people.findValuesAsText("id")).containsExactly("ada", "bob");
        assertThat(people.get(0).path("dominant").asText()).isEqualTo("happy");
        assertThat(people.get(0).path("firstCapturedAt").asText()).isEqualTo("2026-01-05T10:00:00.120Z");
        assertThat(people.get(1).path("dominant").isNull()).isTrue();
        assertThat(people.get(1).path("displayed").isNull()).isTrue();

        // Then the timeline
        JsonNode timeline = json("v1/meetings/" + meeting + "/participants/ada/timeline"
                + "?from=2026-01-05T10:00:20Z&to=2026-01-05T10:01:10Z&resolution=10s");
        assertThat(timeline.path("resolution").asText()).isEqualTo("10s");
        JsonNode buckets = timeline.path("buckets");
        assertThat(buckets).hasSize(5);
        JsonNode happy = buckets.get(0);
        assertThat(happy.path("start").asText()).isEqualTo("2026-01-05T10:00:20.000Z");
        assertThat(happy.path("end").asText()).isEqualTo("2026-01-05T10:00:30.000Z");
        assertThat(happy.path("frames").asInt()).isEqualTo(20);
        assertThat(happy.path("measuredSeconds").asInt()).isEqualTo(10);
        assertThat(happy.path("coverage").asDouble()).isEqualTo(1);
        assertThat(happy.path("expressions").path("happy").asDouble()).isEqualTo(.4);
        assertThat(happy.path("labels").path("happy").asDouble()).isEqualTo(1);
        assertThat(happy.path("labels").path("it-depends").asDouble()).isZero();
        assertThat(happy.path("displayed").asText()).isEqualTo("happy");
        assertThat(happy.path("displayedShares").path("happy").asDouble()).isEqualTo(1);
        assertThat(happy.path("mouthOpenness").asDouble()).isEqualTo(.25);
        assertThat(happy.path("facingSeconds").asInt()).isEqualTo(10);
        assertThat(happy.path("notFacingSeconds").asInt()).isZero();
        assertThat(happy.path("facing").asDouble()).isEqualTo(1);
        assertThat(happy.path("eyesKnownSeconds").asInt()).isEqualTo(10);
        assertThat(happy.path("eyesClosedSeconds").asInt()).isZero();
        assertThat(happy.path("pose").path("yaw").asDouble()).isEqualTo(-3.5);
        assertThat(happy.path("quality").path("eyeDistance").asDouble()).isEqualTo(61.5);
        JsonNode away = buckets.get(1);
        assertThat(away.path("absentFrames").asInt()).isEqualTo(20);
        assertThat(away.path("awaySeconds").asInt()).isEqualTo(10);
        assertThat(away.path("expressions").isNull()).isTrue();
        assertThat(away.path("dominant").isNull()).isTrue();
        assertThat(away.path("displayed").isNull()).isTrue();
        assertThat(away.path("displayedShares").isNull()).isTrue();
        assertThat(away.path("facingSeconds").isNull()).isTrue();
        assertThat(away.path("eyesClosedSeconds").isNull()).isTrue();
        assertThat(away.path("pose").isNull()).isTrue();
        JsonNode after = buckets.get(4);
        assertThat(after.path("frames").asInt()).isZero();
        assertThat(after.path("labels").isNull()).isTrue();

        // Then the summary
        JsonNode summary = json("v1/meetings/" + meeting + "/participants/ada/summary");
        assertThat(summary.path("frames").asInt()).isEqualTo(120);
        assertThat(summary.path("presence").asDouble()).isEqualTo(.833333);
        assertThat(summary.path("labels").path("happy").asDouble()).isEqualTo(1);
        assertThat(summary.path("facingSeconds").asInt()).isEqualTo(50);
        JsonNode baseline = summary.path("baseline");
        assertThat(baseline).isEqualTo(timeline.path("baseline"));
        assertThat(baseline.path("state").asText()).isEqualTo("provisional");
        assertThat(baseline.path("measuredSeconds").asInt()).isEqualTo(50);
        assertThat(baseline.path("pitch").asDouble()).isEqualTo(2.25);
        assertThat(baseline.path("eyeOpenness").asDouble()).isEqualTo(.3);
        JsonNode cameraOff = json("v1/meetings/" + meeting + "/participants/bob/summary");
        assertThat(cameraOff.path("presence").isNull()).isTrue();
        assertThat(cameraOff.path("unmeasuredSeconds").asInt()).isEqualTo(1);
        String metrics = get("q/metrics").body();
        assertThat(metrics).contains("rapt_frames_counted_total", "rapt_frames_duplicate_total");
        assertThat(metrics)
                .contains("rapt_streams_state{phase=\"running\"} 1.0")
                .doesNotContain(meeting);
    }

    @Test
    void restoresItsStoresFromKafkaAndAnswers503Meanwhile() throws Exception {
        // Given
        for (int i = 0; i < 50; i++) {
            send(Scores.face(meeting, "ada", START.plusMillis(700L * i), Expression.forNumber(i % 8 + 1)));
        }
        await(PATIENCE, () -> json("v1/meetings/" + meeting).path("frames").asInt() == 50);
        String path = "v1/meetings/" + meeting + "/participants/ada/timeline?resolution=5s";
        String before = get(path).body();

        // When it stops and its disk is lost
        streams.onStop(null);
        HttpResponse<String> meanwhile = get(path);
        assertThat(get("q/health/ready").statusCode()).isEqualTo(503);
        delete(config.streams().stateDir());
        streams.onStart(null);

        // Then
        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.headers().firstValue("Retry-After")).contains("2");
        assertThat(JSON.readTree(meanwhile.body()).path("reason").asText()).isEqualTo("timelines-not-ready");
        await(PATIENCE, () -> get(path).statusCode() == 200);
        assertThat(get(path).body()).isEqualTo(before);
        assertThat(get("q/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("q/health/live").statusCode()).isEqualTo(200);

        // Then what was counted before isn't counted again, and counting goes on
        send(Scores.face(meeting, "ada", START, Expression.EXPRESSION_SAD));
        send(Scores.face(meeting, "ada", START.plusSeconds(60), Expression.EXPRESSION_SAD));
        await(PATIENCE, () -> json("v1/meetings/" + meeting).path("frames").asInt() == 51);
    }

    @Test
    void putsWhatCantBeCountedAmongTheDeadLettersAndGoesOn() throws Exception {
        // Given
        byte[] damaged = ("damaged " + meeting).getBytes(UTF_8);

        // When
        send(meeting.getBytes(UTF_8), damaged);
        send(Scores.face(meeting, "ada", START, Expression.EXPRESSION_SAD));

        // Then
        await(PATIENCE, () -> json("v1/meetings/" + meeting).path("frames").asInt() == 1);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition letters = new TopicPartition(Topics.DEAD_LETTERS, 0);
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            DeadLetter[] found = new DeadLetter[1];
            await(PATIENCE, () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found[0] = parse(record.value()));
                return found[0] != null;
            });
            assertThat(found[0].getReason()).isEqualTo("not-a-score");
            assertThat(found[0].getTopic()).isEqualTo(Topics.FACE_SCORES);
            assertThat(found[0].getSize()).isEqualTo(damaged.length);
        }
        assertThat(get("q/metrics").body()).contains("rapt_dead_letters_total{reason=\"not-a-score\"} 1.0");
    }

    @Test
    void refusesWhatCantBeAsked() throws Exception {
        send(Scores.face(meeting, "ada", START, Expression.EXPRESSION_SAD));
        await(PATIENCE, () -> json("v1/meetings/" + meeting).path("frames").asInt() == 1);
        String ada = "v1/meetings/" + meeting + "/participants/ada";

        assertProblem("v1/meetings/nobody", 404, "meeting-unknown");
        assertProblem("v1/meetings/nobody/participants", 404, "meeting-unknown");
        assertProblem("v1/meetings/" + meeting + "/participants/Ada/timeline", 404, "participant-unknown");
        assertProblem("v1/meetings/" + meeting + "/participants/Ada/summary", 404, "participant-unknown");
        assertProblem("v1/nothing", 404, "not-found");
        assertProblem("v1/meetings/a%20b", 400, "bad-id");
        assertProblem("v1/meetings/" + "x".repeat(129), 400, "bad-id");
        assertProblem(ada + "/timeline?resolution=7s", 400, "bad-resolution");
        assertProblem(ada + "/timeline?from=yesterday", 400, "bad-from");
        assertProblem(ada + "/timeline?from=2026-01-05T10:00:00Z&to=2026-01-05T10:00:00Z", 400, "bad-range");
        assertProblem(ada + "/timeline?from=1990-01-05T10:00:00Z&resolution=5s", 400, "range-too-long");
    }

    @Test
    void describesItself() throws Exception {
        JsonNode api = json("q/openapi?format=json");

        assertThat(api.path("paths").fieldNames())
                .toIterable()
                .contains("/v1/meetings", "/v1/meetings/{meetingId}/participants/{participantId}/timeline");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Bucket")
                        .path("properties")
                        .path("coverage")
                        .path("examples"))
                .isNotEmpty();
        JsonNode baseline =
                api.path("components").path("schemas").path("Baseline").path("properties");
        assertThat(baseline.path("state").path("enum").toString()).isEqualTo("[\"provisional\",\"learnt\"]");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Summary")
                        .path("properties")
                        .path("facingSeconds")
                        .path("examples")
                        .toString())
                .isEqualTo("[51]");
    }

    private void assertProblem(String path, int status, String reason) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("reason").asText()).isEqualTo(reason);
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
    }

    private void send(FaceScore score) throws Exception {
        send(score.getFrame().getMeetingId().getBytes(UTF_8), score.toByteArray());
    }

    private void send(byte[] key, byte[] value) throws Exception {
        PRODUCERS
                .computeIfAbsent(
                        bootstrap,
                        at -> new KafkaProducer<>(
                                Map.of("bootstrap.servers", at), new ByteArraySerializer(), new ByteArraySerializer()))
                .send(new ProducerRecord<>(Topics.FACE_SCORES, key, value));
    }

    private static final Map<String, KafkaProducer<byte[], byte[]>> PRODUCERS = new HashMap<>();

    private static DeadLetter parse(byte[] bytes) {
        try {
            return DeadLetter.parseFrom(bytes);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static void await(Duration patience, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(patience);
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(50);
        }
    }
}
