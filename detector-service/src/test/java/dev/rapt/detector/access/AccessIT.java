package dev.rapt.detector.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rapt.access.testing.AccessMatrix;
import dev.rapt.access.testing.Overheard;
import dev.rapt.access.testing.TestTokens;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each endpoint of the detector, asked by everybody; and what bots and the live pictures need besides. */
@QuarkusTest
@TestProfile(AccessIT.Guarded.class)
@QuarkusTestResource(value = EmbeddedKafkaResource.class, restrictToAnnotatedClass = true)
@Timeout(180)
class AccessIT {

    private static final List<String> SOCKETS = List.of(
            "SOCKET /v1/meetings/{meetingId}/stream",
            "SOCKET /v1/meetings/{meetingId}/gallery",
            "SOCKET /v1/meetings/{meetingId}/bots/{bot}");

    /** What the classifier is told of who asks. */
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @TestHTTPResource("/")
    URI root;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = TestTokens.settings();
            settings.put("rapt.detector.live.enabled", "true");
            settings.put("rapt.detector.analyze.classifier-url", "http://127.0.0.1:" + classifier());
            return settings;
        }

        private static int classifier() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    ASKED.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                    byte[] answer = "{\"probabilities\":{\"happy\":1},\"dominant\":\"happy\",\"model\":{}}".getBytes();
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
                server.start();
                return server.getAddress().getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void begin() throws Exception {
        new Detector(root.getPort()).awaitReady();
    }

    @Test
    void everybodyIsLetInWhereTheyMayAndNowhereElse() throws Exception {
        try (Overheard said = new Overheard()) {
            AccessMatrix matrix = new AccessMatrix(root);
            matrix.ask(matrix.documented());
            matrix.ask(SOCKETS);
            matrix.ask(List.of("GET /q/metrics", "GET /q/openapi", "GET /q/health/live", "GET /v1/access"));

            matrix.assertRight();
            said.assertNoToken();
        }
    }

    @Test
    void aBotThatCantSetHeadersHasItsTokenInTheAddress() {
        String bots = "v1/meetings/m/bots/recall?token=";

        try (Overheard said = new Overheard()) {
            join(bots + TestTokens.INGEST, "").abort();
            assertThat(refused(bots + TestTokens.WRONG, "")).isEqualTo(401);
            assertThat(refused(bots + TestTokens.VIEWER, "")).isEqualTo(403);
            // Nowhere else, since addresses get into logs and histories
            assertThat(refused("v1/meetings/m/stream?token=" + TestTokens.INGEST, ""))
                    .isEqualTo(401);
            said.assertNoToken();
        }
    }

    @Test
    void aForeignPageCantUseAVisitorsCookie() {
        String stream = "v1/meetings/m/stream";

        assertThat(refused(stream, "https://evil.example")).isEqualTo(403);
        join(stream, root.toString().replaceAll("/$", "")).abort();
    }

    @Test
    void whoMayHaveOneStreamHasOne() throws Exception {
        WebSocket first = narrow();

        assertThatThrownBy(this::narrow)
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(429));

        // When the first is over there is room for another
        first.abort();
        WebSocket second = null;
        for (int i = 0; second == null; i++) {
            assertThat(i).isLessThan(100);
            try {
                second = narrow();
            } catch (java.util.concurrent.CompletionException e) {
                Thread.sleep(50);
            }
        }
        second.abort();
    }

    @Test
    void aPictureIsScoredInTheNameOfWhoeverAsks() throws Exception {
        ASKED.clear();

        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(root.resolve("v1/analyze"))
                        .header("Authorization", "Bearer " + TestTokens.INGEST)
                        .header("Content-Type", "image/jpeg")
                        .POST(BodyPublishers.ofByteArray(Pictures.people()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ASKED).isNotEmpty().containsOnly("Bearer " + TestTokens.INGEST);
    }

    private WebSocket narrow() {
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + TestTokens.NARROW)
                .buildAsync(socket("v1/meetings/m/stream"), new WebSocket.Listener() {})
                .join();
    }

    /** With a bot's cookie, as a browser would send it, when there is an origin. */
    private WebSocket join(String path, String origin) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin).header("Cookie", "rapt-session=" + TestTokens.INGEST);
        }
        return builder.buildAsync(socket(path), new WebSocket.Listener() {}).join();
    }

    private int refused(String path, String origin) {
        try {
            join(path, origin).abort();
            return 101;
        } catch (java.util.concurrent.CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private URI socket(String path) {
        return URI.create("ws" + root.resolve(path).toString().substring("http".length()));
    }
}
