package dev.rapt.aggregator.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.live.Listening.Heard;
import dev.rapt.aggregator.topology.Restarts;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records in, listeners told, over a real broker and real connections. The commit interval of the tests is 5 min. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class LiveIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LISTENERS = 200;
    private static final int PARTITIONS = 4;

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
    private final String path = "v1/meetings/" + meeting;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void ready() throws Exception {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        await(() -> answer("v1/meetings").statusCode() == 200);
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void tellsHowItIsAndThenWhatChangesLateFramesToo() throws Exception {
        // Given a minute and a half of somebody, with the third ten seconds missing
        for (int second = 0; second < 90; second++) {
            if (second < 20 || second >= 30) {
                face("ada", START.plusSeconds(second), Expression.EXPRESSION_HAPPY);
            }
        }
        log(Events.joined(meeting, "ada", START, "Ada"));
        await(() -> frames() == 80);

        try (Listening listening = listen(Optional.empty())) {
            // Then the newest steps are told
            await(() -> !listening.heard().isEmpty());
            Heard hello = listening.heard().get(0);
            assertThat(listening.text()).startsWith("retry: 2000\n\n");
            assertThat(hello.event()).isEqualTo("hello");
            assertThat(hello.id().orElseThrow()).matches("\\d+:\\d+");
            assertThat(hello.data().path("meetingId").asText()).isEqualTo(meeting);
            assertThat(hello.data().path("activeSpeaker").path("state").asText())
                    .isEqualTo("unknown");
            JsonNode ada = hello.data().path("participants").get(0);
            assertThat(ada.path("participantId").asText()).isEqualTo("ada");
            assertThat(ada.path("name").asText()).isEqualTo("Ada");
            assertThat(ada.path("buckets").findValuesAsText("start"))
                    .containsExactly("2026-01-05T10:01:20.000Z", "2026-01-05T10:01:25.000Z");

            // When a frame comes, and a late one that fills a part of the gap, twice
            face("ada", START.plusSeconds(90), Expression.EXPRESSION_SAD);
            await(() -> rowsOf(listening).containsKey("ada 2026-01-05T10:01:30.000Z"));
            int before = listening.heard().size();
            face("ada", START.plusSeconds(22), Expression.EXPRESSION_SAD);
            face("ada", START.plusSeconds(22), Expression.EXPRESSION_SAD);

            // Then the late one's step is told, whole, as the timeline has it
            await(() -> rowsOf(listening).containsKey("ada 2026-01-05T10:00:20.000Z"));
            Heard late = listening.heard().get(before);
            assertThat(late.event()).isEqualTo("buckets");
            JsonNode row = rowsOf(listening).get("ada 2026-01-05T10:00:20.000Z");
            assertThat(row.path("frames").asInt()).isEqualTo(1);
            assertThat(row.path("dominant").asText()).isEqualTo("sad");
            rowsOf(listening).forEach((step, told) -> assertThat(told)
                    .isEqualTo(timeline("ada").get(step)));
        }
    }

    @Test
    void goesOnWhereAListenerWasCutWhereverThatIs() throws Exception {
        // Given five minutes of three people who come and go and speak, a sixth of all frames late, in a random order
        Random random = new Random(5);
        List<Runnable> records = new ArrayList<>();
        for (int second = 0; second < 300; second++) {
            for (String who : List.of("ada", "bob", "cem")) {
                if (random.nextInt(10) > 1 && (second / 20 + who.length() + who.charAt(0)) % 4 != 0) {
                    Instant at = START.plusSeconds(second);
                    float yaw = random.nextInt(5) == 0 ? 40 : -3;
                    Expression shown = Expression.forNumber(1 + random.nextInt(7));
                    FaceScore score = random.nextBoolean()
                            ? Scores.face(meeting, who, at, shown)
                            : Scores.seen(meeting, who, at, yaw, 2);
                    int place =
                            random.nextInt(6) == 0 ? records.size() : Math.max(0, records.size() - random.nextInt(60));
                    records.add(place, () -> send(score));
                }
            }
            if (second % 9 == 4) {
                Instant at = START.plusSeconds(second);
                MeetingEvent event =
                        second % 2 == 0 ? Events.speechOn(meeting, "bob", at) : Events.speechOff(meeting, "bob", at);
                records.add(() -> log(event));
            }
        }
        send(Scores.face(meeting, "ada", START.minusSeconds(1), Expression.EXPRESSION_FEAR));
        await(() -> frames() == 1);

        // When a listener is cut at random points, and comes back with the last id, once after the disk was lost
        List<Heard> all = new ArrayList<>();
        Optional<String> last = Optional.empty();
        int sent = 0;
        int cuts = 0;
        while (sent < records.size()) {
            try (Listening listening = listen(last)) {
                await(() -> listening.lastId().isPresent());
                int more = Math.min(records.size() - sent, 1 + random.nextInt(records.size() / 6));
                for (int i = 0; i < more; i++) {
                    records.get(sent++).run();
                    if (random.nextInt(40) == 0) {
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                    }
                }
                if (sent == records.size()) {
                    await(() -> differing(all, listening).isEmpty());
                }
                all.addAll(listening.heard());
                last = listening.lastId();
            }
            cuts++;
            if (cuts == 3) {
                Restarts.withoutDisk(streams, config.streams().stateDir());
                await(() -> answer(path).statusCode() == 200);
            }
        }

        // Then what was told is the timeline, exactly, and ids only grew
        assertThat(cuts).isGreaterThan(5);
        assertThat(all.stream().map(Heard::event)).doesNotContain("reset");
        List<Long> offsets = all.stream()
                .flatMap(event -> event.id().stream())
                .map(id -> Long.parseLong(id.substring(id.indexOf(':') + 1)))
                .toList();
        assertThat(offsets).isSorted();
    }

    @Test
    void tellsTwoHundredListenersTheSameBytesAndRefusesMore() throws Exception {
        // Given
        face("ada", START, Expression.EXPRESSION_HAPPY);
        await(() -> frames() == 1);
        List<Listening> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < LISTENERS; i++) {
                listeners.add(listen(Optional.empty()));
            }
            for (Listening listener : listeners) {
                await(() -> !listener.heard().isEmpty());
            }

            // When
            for (int second = 1; second <= 40; second++) {
                face("ada", START.plusSeconds(second), Expression.EXPRESSION_SAD);
                face("bob", START.plusSeconds(second), Expression.EXPRESSION_HAPPY);
                TimeUnit.MILLISECONDS.sleep(20);
            }

            // Then
            for (Listening listener : listeners) {
                await(() -> rowsOf(listener)
                                .getOrDefault("bob 2026-01-05T10:00:40.000Z", Listening.parse("{}"))
                                .path("frames")
                                .asInt()
                        == 1);
            }
            String told = afterHello(listeners.get(0));
            assertThat(listeners)
                    .allSatisfy(listener -> assertThat(afterHello(listener)).isEqualTo(told));
            HttpResponse<String> refused = answer(path + "/live");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");
            assertThat(Listening.parse(refused.body()).path("reason").asText()).isEqualTo("too-many-listeners");
            String metrics = answer("q/metrics").body();
            assertThat(metrics).contains("rapt_live_listeners 200.0", "rapt_live_change_to_listener_seconds_count");
            assertThat(metrics).doesNotContain(meeting);
        } finally {
            listeners.forEach(Listening::close);
        }
        await(() -> answer("q/metrics").body().contains("rapt_live_listeners 0.0"));
    }

    @Test
    void closesAListenerWhoDoesntReadAndKeepsTheOthersWaitingForNothing() throws Exception {
        // Given so much that no connection holds it
        for (int second = 0; second < 600; second += 5) {
            for (int i = 0; i < 60; i++) {
                face("p" + i, START.plusSeconds(second), Expression.EXPRESSION_HAPPY);
            }
        }
        await(() -> frames() == 60 * 120);

        // When somebody asks for all of it and doesn't read
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
            int partition = Keys.partitionOf(meeting, PARTITIONS);
            socket.getOutputStream()
                    .write(("GET /" + path + "/live HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + partition
                                    + ":-1\r\n\r\n")
                            .getBytes(UTF_8));
            byte[] beginning = socket.getInputStream().readNBytes(1_000);
            assertThat(new String(beginning, UTF_8)).contains("event: buckets");

            // Then others are told in time, and the connection is closed
            try (Listening listening = listen(Optional.empty())) {
                await(() -> !listening.heard().isEmpty());
                face("p0", START.plusSeconds(700), Expression.EXPRESSION_SAD);
                await(() -> rowsOf(listening).containsKey("p0 2026-01-05T10:11:40.000Z"));
                await(() -> answer("q/metrics").body().contains("rapt_live_slow_total 1.0"));
                assertThat(listening.hasEnded()).isFalse();
            }
            assertThat(readAll(socket)).doesNotContain("2026-01-05T10:11:40.000Z");
        }
    }

    @Test
    void endsWithAnErasedMeetingAndSaysSo() throws Exception {
        // Given
        face("ada", START, Expression.EXPRESSION_HAPPY);
        await(() -> frames() == 1);
        try (Listening listening = listen(Optional.empty())) {
            await(() -> !listening.heard().isEmpty());

            // When
            send(
                    Topics.MEETING_STATE,
                    Keys.ofErasure(meeting),
                    Events.erased(meeting).toByteArray());

            // Then
            await(listening::hasEnded);
            List<Heard> heard = listening.heard();
            assertThat(heard.get(heard.size() - 1).event()).isEqualTo("erased");
        }
        assertThat(answer(path + "/live").statusCode()).isEqualTo(410);
        assertThat(answer(path + "/live").body()).contains("meeting-erased");
        assertThat(answer("v1/meetings/nobody/live").statusCode()).isEqualTo(404);
        assertThat(answer("v1/meetings/a%20b/live").statusCode()).isEqualTo(400);
        assertThat(answer("v1/meetings/nobody/live").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void tellsAWebSocketTheSame() throws Exception {
        // Given
        face("ada", START, Expression.EXPRESSION_HAPPY);
        await(() -> frames() == 1);
        ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        URI uri = URI.create(
                root.resolve(path + "/live/socket?lastEventId=99:0").toString().replace("http", "ws"));
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
        try (Listening listening = listen(Optional.empty())) {
            await(() -> told.size() >= 4 && listening.heard().size() >= 3);

            // When
            face("bob", START.plusSeconds(1), Expression.EXPRESSION_SAD);
            await(() -> rowsOf(listening).containsKey("bob 2026-01-05T10:00:00.000Z"));
            await(() -> told.size() >= 5);
        } finally {
            socket.abort();
        }

        // Then
        List<JsonNode> messages = told.stream().map(Listening::parse).toList();
        assertThat(messages.stream().map(message -> message.path("event").asText()))
                .startsWith("reset", "hello", "measuring", "markers", "buckets");
        assertThat(messages.get(0).path("data").path("reason").asText()).isEqualTo("unknown-id");
        assertThat(messages.get(1).path("id").asText()).matches("\\d+:\\d+");
        assertThat(messages.get(2).path("data").path("people").asInt()).isEqualTo(1);
        assertThat(messages.get(4)
                        .path("data")
                        .path("participants")
                        .get(0)
                        .path("participantId")
                        .asText())
                .isEqualTo("bob");
    }

    @Test
    void isDescribedWithTheOtherPaths() throws Exception {
        JsonNode api = Listening.get(client, root.resolve("q/openapi?format=json"));

        JsonNode live = api.path("paths").path("/v1/meetings/{meetingId}/live").path("get");
        assertThat(live.path("responses")
                        .path("200")
                        .path("content")
                        .path("text/event-stream")
                        .path("example")
                        .asText())
                .startsWith("event: buckets\nid: 3:1182\ndata: {");
        assertThat(api.path("paths").has("/v1/meetings/{meetingId}/participants"))
                .isTrue();
        assertThat(api.path("info").path("title").asText()).isEqualTo("Rapt aggregator");
    }

    private Map<String, JsonNode> differing(List<Heard> before, Listening listening) throws Exception {
        List<Heard> all = new ArrayList<>(before);
        all.addAll(listening.heard());
        Map<String, JsonNode> told = Listening.rows(all);
        Map<String, JsonNode> differing = new TreeMap<>();
        for (String who : List.of("ada", "bob", "cem")) {
            timeline(who).forEach((step, row) -> {
                if (!row.equals(told.get(step))) {
                    differing.put(step, row);
                }
            });
        }
        return differing;
    }

    private Map<String, JsonNode> timeline(String who) {
        try {
            Map<String, JsonNode> rows = new TreeMap<>();
            URI uri = root.resolve(path + "/participants/" + who + "/timeline?resolution=5s");
            Listening.get(client, uri)
                    .path("buckets")
                    .forEach(row -> rows.put(who + " " + row.path("start").asText(), row));
            return rows;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, JsonNode> rowsOf(Listening listening) {
        return Listening.rows(listening.heard());
    }

    private static String afterHello(Listening listening) {
        String text = listening.text();
        return text.substring(text.indexOf("event: buckets")).replaceAll("(?m)^: still here\nid: .*\n\n", "");
    }

    private static String readAll(Socket socket) throws Exception {
        socket.setSoTimeout(10_000);
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (java.net.SocketException e) {
            // Reset, after what had come
            return "";
        }
    }

    private Listening listen(Optional<String> lastId) {
        return new Listening(client, root.resolve(path + "/live"), lastId);
    }

    private int frames() throws Exception {
        return Listening.get(client, root.resolve(path)).path("frames").asInt();
    }

    private HttpResponse<String> answer(String asked) throws Exception {
        return client.send(HttpRequest.newBuilder(root.resolve(asked)).build(), BodyHandlers.ofString());
    }

    private void face(String who, Instant at, Expression shown) {
        send(Scores.face(meeting, who, at, shown));
    }

    private void send(FaceScore score) {
        send(Topics.FACE_SCORES, meeting, score.toByteArray());
    }

    private void log(MeetingEvent event) {
        send(Topics.MEETING_LOG, meeting, event.toByteArray());
    }

    private void send(String topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, Keys.partitionOf(meeting, PARTITIONS), key.getBytes(UTF_8), value));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
