package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that get SIGTERM while frames flow: they go in order and soon, and nothing is lost by it. */
@Tag("long")
class DepartureE2E {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private static RunningDemo demo;
    private static List<Clip.Picture> pictures;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.withoutReplay(Map.of("RAPT_DEPARTURE_ANNOUNCE", "2s"));
        pictures = Clip.pictures("franck.mp4", 10, 2);
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"detector", "classifier", "aggregator"})
    void goesInTimeAndLosesNothing(String service) throws Exception {
        try (Trial trial = Trial.begin(demo, service + " stopped in order", pictures)) {
            // When
            long began = System.nanoTime();
            demo.end(service);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            trial.faultIsOver();

            // Then
            assertThat(took).isLessThan(AT_MOST);
            trial.awaitRecovery();
            assertThat(demo.printed()).contains("The " + service + " died (status 0)");
            trial.settle();
        }
    }

    @Test
    void isNotReadyBeforeItRefusesAnything() throws Exception {
        // Given: an open stream
        Api detector = new Api(demo.detector());
        Api api = new Api(demo.origin());
        api.declare("leaving");
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create(demo.detector().toString().replace("http", "ws") + "/v1/meetings/leaving/stream"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                                closed.complete(code);
                                return null;
                            }
                        })
                .join();

        // When
        Thread end = new Thread(() -> demo.end("detector"));
        end.start();
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (detector.get("/q/health/ready").status() == 200 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        // Then: a frame that comes all the same is taken, and the stream is closed so that its sender connects again
        assertThat(detector.get("/q/health/ready").status()).isEqualTo(503);
        long capturedAt = System.currentTimeMillis() - 60_000;
        assertThat(detector.postFrame(
                                "leaving", "ada", capturedAt, pictures.get(0).jpeg())
                        .status())
                .isEqualTo(202);
        assertThat(closed.get(AT_MOST.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1012);
        end.join();
    }
}
