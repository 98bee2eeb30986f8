package dev.rapt.demo.process;

import dev.rapt.demo.DemoException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Waits until the services say that they are ready. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http;
    private final Supervisor supervisor;
    private final Consumer<String> terminal;
    private String reason = "nothing";

    public Readiness(HttpClient http, Supervisor supervisor, Consumer<String> terminal) {
        this.http = http;
        this.supervisor = supervisor;
        this.terminal = terminal;
    }

    /**
     * Returns when all three services are ready, saying each when it is.
     *
     * @throws DemoException when that takes longer than {@code patience}, or when a child can't be kept alive
     */
    public void await(Ports ports, Duration patience, long startedNanos) throws InterruptedException {
        Map<String, Integer> waiting = new LinkedHashMap<>();
        waiting.put("detector", ports.detector());
        waiting.put("classifier", ports.classifier());
        waiting.put("aggregator", ports.aggregator());
        long deadline = System.nanoTime() + patience.toNanos();
        while (!waiting.isEmpty()) {
            if (supervisor.failure().isDone()) {
                throw supervisor.failure().join();
            }
            if (System.nanoTime() > deadline) {
                String name = waiting.keySet().iterator().next();
                isReady(waiting.get(name));
                throw new DemoException("The " + name + " isn't ready after " + patience.toSeconds() + " s and says "
                        + reason + ". The end of its log:\n" + supervisor.tail(name));
            }
            waiting.entrySet().removeIf(entry -> {
                boolean ready = isReady(entry.getValue());
                if (ready) {
                    long seconds = (System.nanoTime() - startedNanos) / 1_000_000_000L;
                    terminal.accept("  " + entry.getKey() + " ready after " + seconds + " s");
                }
                return ready;
            });
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isReady(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            reason = answer.body().replaceAll("\\s+", " ");
            return answer.statusCode() == 200;
        } catch (IOException e) {
            reason = "nothing on port " + port;
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
