package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Searches everything that can be read of a meeting of which only attention is measured, though its stores are full of
 * expressions from an earlier declaration. The same questions under that declaration show that the search finds what it
 * looks for.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class AttentionOnlyIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** So odd that a mean of them occurs nowhere by chance; together 1. */
    private static final float[] ODD = {.041137f, .033391f, .071931f, .571373f, .093719f, .087323f, .101126f};

    private static final Pattern NAMES = Pattern.compile(
            "(?i)\\b(angry|disgust|fear|happy|sad|surprise|neutral|it-?depends|displayed|displayedShares|dominant"
                    + "|expressions?|expressiveness|valence|arousal|emotion\\w*|smil\\w*|framesWithoutExpression)\\b");
    /** Each expression's own probability, the expressiveness and the valence, as answers and files write them. */
    private static final Pattern VALUES =
            Pattern.compile("0?\\.(041137|033391|071931|571373|093719|087323|101126|898874)");
    /** What an address needs, where it needs something. */
    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "/v1/meetings/{meetingId}/export", List.of("?format=csv", "?format=jsonl", "?format=parquet", ""),
            "/v1/meetings/{meetingId}/timelines", List.of("", "?fields=engagementIndex,facing", "?fields=nonsense"),
            "/v1/meetings/{meetingId}/markers/report", List.of("?ids=spot"),
            "/v1/comparisons", List.of("?meetings={meetingId},{meetingId}-2"));

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    @Inject
    StatePublisher publisher;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();
    private final Map<String, String> tags = new TreeMap<>();

    @Test
    void nothingThatCanBeReadShowsAnExpression() throws Exception {
        // Given two people of a minute and a half with expressions, counted while those were wanted
        declare(meeting, Signals.ATTENTION_AND_EXPRESSION);
        declare(meeting + "-2", Signals.ATTENTION);
        mark(meeting);
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (String one : List.of(meeting, meeting + "-2")) {
                log(producer, Events.joined(one, "ada", START, "Ada"));
                log(producer, Events.speechOn(one, "ada", START.plusSeconds(5)));
                for (int i = 0; i < 180; i++) {
                    face(producer, one, "ada", i);
                    face(producer, one, "bob", i);
                }
            }
        }
        await(() -> json("v1/meetings/" + meeting).path("frames").asInt() == 360
                && json("v1/meetings/" + meeting + "-2").path("frames").asInt() == 360
                && get(path("summary")).statusCode() == 200
                && get(path("markers/spot")).statusCode() == 200);
        await(() -> text(get(path("summary"))).contains("valence"));

        // Then the search finds them wherever they are
        Map<String, byte[]> shown = everything();
        Set<String> with = new TreeSet<>();
        shown.forEach((question, answer) -> {
            if (NAMES.matcher(latin(answer)).find()) {
                with.add(question.replace(meeting, "m"));
            }
        });
        assertThat(with)
                .contains(
                        "/v1/meetings/m/export?format=csv",
                        "/v1/meetings/m/export?format=jsonl",
                        "/v1/meetings/m/export?format=parquet",
                        "/v1/meetings/m/live",
                        "/v1/meetings/m/live/socket",
                        "/v1/meetings/m/moments",
                        "/v1/meetings/m/markers/spot/report",
                        "/v1/meetings/m/markers/report?ids=spot",
                        "/v1/meetings/m/participants",
                        "/v1/meetings/m/participants/ada/summary",
                        "/v1/meetings/m/participants/ada/timeline",
                        "/v1/meetings/m/participants/ada/visit",
                        "/v1/meetings/m/groups/front%20row/summary",
                        "/v1/meetings/m/groups/front%20row/timeline",
                        "/v1/meetings/m/summary",
                        "/v1/meetings/m/timeline",
                        "/v1/meetings/m/timelines",
                        "/v1/meetings/m/total",
                        "/v1/comparisons?meetings=m,m-2");
        assertThat(VALUES.matcher(latin(shown.get("/v1/meetings/" + meeting + "/summary")))
                        .find())
                .isTrue();

        // And in a comparison only beside the meeting that may show them
        JsonNode compared = json("v1/comparisons?meetings=" + meeting + "," + meeting + "-2");
        assertThat(compared.path("meetings").get(0).toString()).containsPattern(NAMES);
        assertThat(compared.path("meetings").get(1).toString()).doesNotContainPattern(NAMES);

        Map<String, String> earlier = new TreeMap<>(tags);
        earlier.keySet().removeIf(path -> !with.contains(path.replace(meeting, "m")));
        assertThat(earlier).hasSizeGreaterThan(10);

        // When only attention may be measured from now on
        String before = live(Optional.empty());
        declare(meeting, Signals.ATTENTION);
        await(() -> !text(get(path("summary"))).contains("valence"));

        // Then no byte of anything says what a face expressed, and nobody is told that an answer is still the same
        Map<String, byte[]> hidden = everything();
        assertThat(hidden.keySet()).isEqualTo(shown.keySet());
        hidden.forEach((question, answer) -> {
            assertThat(latin(answer)).as(question).doesNotContainPattern(NAMES);
            assertThat(latin(answer)).as(question).doesNotContainPattern(VALUES);
        });
        for (Map.Entry<String, String> tag : earlier.entrySet()) {
            HttpResponse<byte[]> again = get(tag.getKey().substring(1), "If-None-Match", tag.getValue());
            assertThat(again.statusCode()).as(tag.getKey()).isEqualTo(200);
        }
        // Nor whoever listened before and comes back
        String last = before.lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .findFirst()
                .orElseThrow();
        assertThat(live(Optional.of(last))).doesNotContainPattern(NAMES);

        // But attention is still told, as of everybody else
        JsonNode step = json(path("participants/ada/timeline")).path("buckets").get(3);
        assertThat(step.path("facing").asDouble()).isEqualTo(1);
        assertThat(step.path("measuredFrames").asInt()).isEqualTo(20);
        assertThat(step.path("engagement").path("index").asDouble()).isEqualTo(1);
    }

    @Test
    void askingForAnExpressionIsRefusedWithTheReason() throws Exception {
        // Given
        declare(meeting, Signals.ATTENTION);
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            face(producer, meeting, "ada", 0);
        }
        await(() -> json("v1/meetings/" + meeting).path("frames").asInt() == 1);
        List<String> asked = new ArrayList<>(List.of("expressions", "displayedShares", "facing,happy"));
        Arrays.stream(Field.values())
                .filter(Field::isExpression)
                .map(Field::text)
                .forEach(asked::add);
        assertThat(asked).contains("displayed", "dominant", "valence", "engagement.expressiveness", "sad");

        // When, then
        for (String fields : asked) {
            for (String where : List.of("timelines", "export")) {
                HttpResponse<byte[]> answer = get(path(where + "?fields=" + fields));
                assertThat(answer.statusCode()).as(where + " " + fields).isEqualTo(403);
                JsonNode problem = JSON.readTree(answer.body());
                assertThat(problem.path("reason").asText()).isEqualTo("attention-only");
                assertThat(problem.path("detail").asText()).contains("only attention is measured");
            }
        }
    }

    /** Every address of the API that can be read, live streams included, and what came. */
    private Map<String, byte[]> everything() throws Exception {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>();
        json("q/openapi?format=json").path("paths").fields().forEachRemaining(path -> {
            // What may be told of any meeting is told of none
            boolean ofMeetings =
                    path.getKey().startsWith("/v1/") && !path.getKey().equals("/v1/notices");
            if (path.getValue().has("get") && ofMeetings) {
                paths.add(path.getKey());
            }
        });
        assertThat(paths).hasSizeGreaterThan(20);
        for (String path : paths) {
            for (String question : QUESTIONS.getOrDefault(path, List.of(""))) {
                String address = (path + question)
                        .replace("{meetingId}", meeting)
                        .replace("{participantId}", "ada")
                        .replace("{markerId}", "spot")
                        .replace("{group}", "front%20row");
                answers.put(address, read(address.replace("/v1/meetings/" + meeting, "")));
            }
        }
        return answers;
    }

    private byte[] read(String rest) throws Exception {
        if (rest.equals("/live")) {
            return live(Optional.empty()).getBytes(UTF_8);
        }
        if (rest.equals("/live/socket")) {
            return socket().getBytes(UTF_8);
        }
        String path = rest.startsWith("/v1/") ? rest : "/v1/meetings/" + meeting + rest;
        HttpResponse<byte[]> answer = get(path.substring(1));
        answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(path, tag));
        return answer.body();
    }

    /** What a listener is told at first; it goes on for ever. */
    private String live(Optional<String> lastId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path("live")));
        lastId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (InputStream body = answer.body()) {
            byte[] part = new byte[1 << 16];
            // The markers are the last of what is told at first
            while (!told.toString(UTF_8).contains("event: markers")) {
                int read = body.read(part);
                if (read < 0) {
                    break;
                }
                told.write(part, 0, read);
            }
        }
        return told.toString(UTF_8);
    }

    private String socket() throws Exception {
        Set<String> told = ConcurrentHashMap.newKeySet();
        URI uri = URI.create(root.resolve(path("live/socket")).toString().replace("http", "ws"));
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(uri, new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                        text.append(part);
                        if (last) {
                            told.add(text.toString());
                            text.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }
                })
                .get(10, TimeUnit.SECONDS);
        await(() -> told.stream().anyMatch(message -> message.contains("\"event\":\"markers\"")));
        socket.abort();
        return String.join("\n", told);
    }

    private void declare(String id, Signals signals) throws Exception {
        publisher
                .declared(
                        id,
                        new Declaration(
                                "Trial",
                                List.of(),
                                List.of(new Group("front row", Set.of("ada", "bob"))),
                                Optional.of(new Terms(
                                        Purpose.RESEARCH,
                                        "US",
                                        signals,
                                        ConsentRule.ASSUMED,
                                        View.INDIVIDUAL,
                                        false,
                                        "")),
                                Optional.empty(),
                                // Long ago it would be over before the first frame comes
                                Instant.now()))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private void mark(String id) throws Exception {
        Marker spot =
                new Marker("spot", "Spot", Marker.Kind.ADVERT, START.plusSeconds(60), START.plusSeconds(80), List.of());
        publisher.marked(id, spot, Instant.now()).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void face(KafkaProducer<byte[], byte[]> producer, String id, String who, int frame) {
        FaceScore.Builder score =
                Scores.face(id, who, START.plusMillis(500L * frame), Expression.EXPRESSION_HAPPY).toBuilder();
        for (int i = 0; i < ODD.length; i++) {
            score.getScoredBuilder().setProbabilities(i, ODD[i]);
        }
        producer.send(new ProducerRecord<>(
                Topics.FACE_SCORES, id.getBytes(UTF_8), score.build().toByteArray()));
    }

    private static void log(KafkaProducer<byte[], byte[]> producer, MeetingEvent event) {
        producer.send(
                new ProducerRecord<>(Topics.MEETING_LOG, event.getMeetingId().getBytes(UTF_8), event.toByteArray()));
    }

    private String path(String rest) {
        return "v1/meetings/" + meeting + "/" + rest;
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    /** Every byte a character, whatever it is. */
    private static String latin(byte[] bytes) {
        // What other meetings are measured for may be told, and is no expression
        return new String(bytes, ISO_8859_1).replace("attention+expression", "");
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
