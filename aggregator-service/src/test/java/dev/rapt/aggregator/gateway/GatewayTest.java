package dev.rapt.aggregator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.testing.PlainVertx;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayTest {

    private static final String FRAMES = "/v1/meetings/m/participants/p/frames";
    private static final String STREAM = "/v1/meetings/m/stream";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Vertx vertx = PlainVertx.start();
    private HttpServer detector;
    private int port;
    private volatile Handler<HttpServerRequest> behaviour =
            request -> request.response().end();

    @BeforeEach
    void start() throws Exception {
        detector = vertx.createHttpServer(new HttpServerOptions()
                        // As the detector does
                        .setHttp2ClearTextEnabled(false)
                        .setMaxWebSocketFrameSize(1 << 20))
                .requestHandler(request -> behaviour.handle(request))
                .webSocketHandler(socket -> socket.handler(
                        message -> socket.writeBinaryMessage(message.copy().appendString("!"))))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        port = gateway("http://127.0.0.1:" + detector.actualPort());
    }

    private int gateway(String detectorUrl) throws Exception {
        return gateway(detectorUrl, false);
    }

    private int gateway(String detectorUrl, boolean byMeeting) throws Exception {
        AggregatorConfig config = new SmallRyeConfigBuilder()
                .withMapping(AggregatorConfig.class)
                .withDefaultValue("rapt.aggregator.gateway.detector-url", detectorUrl)
                .withDefaultValue("rapt.aggregator.gateway.detector-by-meeting", Boolean.toString(byMeeting))
                .withDefaultValue("rapt.aggregator.gateway.retry-after", "3s")
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(AggregatorConfig.class);
        Router router = Router.router(vertx);
        new Gateway(config, vertx).addRoutes(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> post(String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "image/jpeg")
                .header("Rapt-Captured-At", "12345")
                .header("traceparent", "00-1-2-01")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void passesWhatBotsSendOnAsWell() throws Exception {
        behaviour = request -> request.response().end(request.path());

        for (String path : List.of("attendee", "recall", "zoom-rtms", "attendee/webhooks")) {
            String whole = "/v1/meetings/m/bots/" + path;
            assertThat(post(whole, new byte[0]).body()).isEqualTo(whole);
        }
    }

    @Test
    void passesRequestsAndStreamsOnToTheReplicaOfTheirMeeting() throws Exception {
        // Given
        port = gateway("http://localhost:" + detector.actualPort(), true);
        behaviour = request -> request.response().end(request.path());
        BlockingQueue<String> received = new LinkedBlockingQueue<>();

        // When
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + STREAM), new Collecting(received))
                .get(20, TimeUnit.SECONDS);
        socket.sendBinary(ByteBuffer.wrap("frame".getBytes(UTF_8)), true);

        // Then
        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("frame!");
        assertThat(post(FRAMES, new byte[1000]).body()).isEqualTo(FRAMES);
        socket.abort();
    }

    @Test
    void passesRequestAndAnswerOnAsTheyAre() throws Exception {
        // Given
        behaviour = request -> request.bodyHandler(body -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "7")
                .putHeader("Content-Type", "application/problem+json")
                .end(request.method() + " " + request.uri() + " " + request.getHeader("Rapt-Captured-At") + " "
                        + request.getHeader("Content-Type") + " " + request.getHeader("traceparent") + " "
                        + body.length()));

        // When
        HttpResponse<String> answer = post(FRAMES + "?x=1", new byte[300_000]);

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).isEqualTo("POST " + FRAMES + "?x=1 12345 image/jpeg 00-1-2-01 300000");
    }

    @Test
    void passesABodyOnWhileItIsStillComing() throws Exception {
        // Given a detector that tells when the first bytes are there
        CountDownLatch firstBytes = new CountDownLatch(1);
        behaviour = request -> {
            request.handler(bytes -> firstBytes.countDown());
            request.endHandler(end -> request.response().end("done"));
        };

        // When half of a body is sent
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + FRAMES + " HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n0123456789")
                    .getBytes(UTF_8));
            out.flush();

            // Then it is there before the other half is sent
            assertThat(firstBytes.await(20, TimeUnit.SECONDS)).isTrue();
            out.write("0123456789".getBytes(UTF_8));
            out.flush();
            assertThat(read(socket.getInputStream(), "done")).contains(" 200 ");
        }
    }

    @Test
    void bringsEachPictureOfAStreamAtOnceAndLeavesWhenTheViewerDoes() throws Exception {
        // Given a detector that sends a picture and then waits
        CountDownLatch left = new CountDownLatch(1);
        behaviour = request -> {
            request.connection().closeHandler(closed -> left.countDown());
            request.response().exceptionHandler(failure -> left.countDown());
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "multipart/x-mixed-replace; boundary=x")
                    .write(request.uri() + " " + request.getHeader("Authorization") + " picture");
        };

        // When
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /v1/meetings/m/frames.mjpeg HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n"
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();

            // Then it is here while the answer still goes on
            assertThat(read(socket.getInputStream(), "picture\r\n"))
                    .contains("multipart/x-mixed-replace; boundary=x")
                    .contains("/v1/meetings/m/frames.mjpeg Bearer t picture");
        }
        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void bringsARefusalThatComesBeforeTheBody() throws Exception {
        for (boolean close : new boolean[] {false, true}) {
            // Given a detector that refuses by the header and reads no byte of the body
            behaviour = request -> request.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"reason\":\"body-too-large\"}")
                    .onSuccess(sent -> {
                        if (close) {
                            request.connection().close();
                        }
                    });

            // When only the header of a request of 50 MB is sent
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write(("POST " + FRAMES + " HTTP/1.1\r\nHost: x\r\nContent-Length: 52428800\r\n\r\nabc")
                                .getBytes(UTF_8));
                socket.getOutputStream().flush();

                // Then
                assertThat(read(socket.getInputStream(), "}")).contains(" 413 ").contains("body-too-large");
            }
        }
    }

    @Test
    void bringsTheRefusalOfALargeBodyToAnOrdinaryClient() throws Exception {
        // Given
        behaviour = request -> request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"reason\":\"body-too-large\"}");

        // When
        HttpResponse<String> answer = post(FRAMES, new byte[50 << 20]);

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large");
    }

    @Test
    void saysThatADetectorIsAwayAndWhenToTryAgain() throws Exception {
        // Given nobody on a port
        try (ServerSocket nobody = new ServerSocket(0)) {
            port = gateway("http://127.0.0.1:" + nobody.getLocalPort());
        }

        // When
        HttpResponse<String> answer = post(FRAMES, new byte[100_000]);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"reason\":\"detector-unavailable\"");
        assertThatThrownBy(() -> socket(new LinkedBlockingQueue<>())).hasStackTraceContaining("503");
    }

    @Test
    void knowsOnlyTheServicesThatAreConfigured() throws Exception {
        assertThat(post("/v1/expressions", new byte[3]).statusCode()).isEqualTo(404);
        assertThat(post("/v1/meetings/m/participants/p/other", new byte[3]).statusCode())
                .isEqualTo(404);
        assertThat(post("/v1/analyze", new byte[3]).statusCode()).isEqualTo(200);
        assertThat(post("/v1/meetings/m/frame.jpg", new byte[3]).statusCode()).isEqualTo(200);
        assertThat(post("/v1/meetings/m/frameXjpg", new byte[3]).statusCode()).isEqualTo(404);
    }

    @Test
    void joinsWebSockets() throws Exception {
        // Given
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        WebSocket socket = socket(answers);

        // When
        for (int i = 0; i < 20; i++) {
            byte[] message = ("frame " + i + " " + "x".repeat(100_000)).getBytes(UTF_8);
            socket.sendBinary(ByteBuffer.wrap(message), true).get(10, TimeUnit.SECONDS);
        }

        // Then
        for (int i = 0; i < 20; i++) {
            assertThat(answers.poll(20, TimeUnit.SECONDS))
                    .startsWith("frame " + i + " ")
                    .endsWith("x!");
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").get(10, TimeUnit.SECONDS);
        assertThat(answers.poll(20, TimeUnit.SECONDS)).isEqualTo("closed");
    }

    private WebSocket socket(BlockingQueue<String> answers) throws Exception {
        return client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + STREAM), new Collecting(answers))
                .get(20, TimeUnit.SECONDS);
    }

    private record Collecting(BlockingQueue<String> answers, StringBuilder part) implements WebSocket.Listener {
        Collecting(BlockingQueue<String> answers) {
            this(answers, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            part.append(UTF_8.decode(data));
            if (last) {
                answers.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            answers.add("closed");
            return null;
        }
    }

    /** Reads until that text has come. */
    private static String read(InputStream in, String until) throws Exception {
        StringBuilder text = new StringBuilder();
        byte[] bytes = new byte[4_096];
        for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
            text.append(new String(bytes, 0, n, UTF_8));
            if (text.toString().endsWith(until)) {
                return text.toString();
            }
        }
        return text.toString();
    }
}
