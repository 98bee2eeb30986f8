package dev.rapt.detector.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A classifier that finds everybody happy. */
public final class FakeClassifier implements AutoCloseable {

    private static final String HAPPY =
            """
            {"probabilities":{"angry":0.01,"disgust":0.01,"fear":0.01,"happy":0.94,"sad":0.01,"surprise":0.01,
             "neutral":0.01},"dominant":"happy","margin":0.93,"model":{"name":"fake","version":"1"}}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final String answer;
    private volatile int status;

    public FakeClassifier(int status) throws IOException {
        this(status, HAPPY);
    }

    public FakeClassifier(int status, String answer) throws IOException {
        this.status = status;
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/expressions", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void status(int next) {
        status = next;
    }

    public int asked() {
        return asked.get();
    }

    public int mostAtOnce() {
        return most.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            asked.incrementAndGet();
            byte[] crop = exchange.getRequestBody().readAllBytes();
            boolean png = crop.length > 8 && crop[1] == 'P' && crop[2] == 'N' && crop[3] == 'G';
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(png ? status : 415, body.length);
            // Counted out before the answer, so that the next question can't overtake it
            now.decrementAndGet();
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
