package dev.rapt.e2e.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The page as aggregator-service packages it, over an API that answers with {@link SampleMeeting} and can be unwell. */
final class DashboardServer implements AutoCloseable {

    /** How the API is. */
    enum Mood {
        WELL,
        /** No meeting has been seen yet. */
        EMPTY,
        /** 503, as while the store is restored. */
        NOT_READY,
        /** The connection breaks. */
        GONE,
        /** Lists its meetings after more than a second. */
        SLOW
    }

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger listsUnderWay = new AtomicInteger();
    private final AtomicInteger mostListsAtOnce = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;

    DashboardServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/", this::api);
        server.createContext("/", this::file);
        server.setExecutor(threads);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void feel(Mood now) {
        mood = now;
    }

    /** How many times the list of meetings, with which every cycle of the page begins, was asked for. */
    int lists() {
        return lists.get();
    }

    int mostListsAtOnce() {
        return mostListsAtOnce.get();
    }

    private void api(HttpExchange exchange) throws IOException {
        boolean list = exchange.getRequestURI().getPath().equals("/v1/meetings");
        if (list) {
            lists.incrementAndGet();
            mostListsAtOnce.accumulateAndGet(listsUnderWay.incrementAndGet(), Math::max);
        }
        try {
            answer(exchange);
        } finally {
            if (list) {
                listsUnderWay.decrementAndGet();
            }
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (mood) {
            case GONE -> throw new IOException("broken off on purpose");
            case NOT_READY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 503, Map.of("title", "Not ready", "status", 503, "reason", "store-not-ready"));
            }
            case SLOW -> {
                if (exchange.getRequestURI().getPath().equals("/v1/meetings")) {
                    sleep(1_300);
                }
                route(exchange);
            }
            default -> route(exchange);
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (path.length == 3) {
            send(exchange, 200, mood == Mood.EMPTY ? Map.of("meetings", new Object[0]) : SampleMeeting.meetings());
        } else if (!path[3].equals(SampleMeeting.ID)) {
            send(exchange, 404, Map.of("title", "Unknown meeting", "status", 404));
        } else if (path.length == 4) {
            send(exchange, 200, SampleMeeting.oneMeeting());
        } else if (path.length == 5) {
            send(exchange, 200, SampleMeeting.participants());
        } else if (path[6].equals("summary")) {
            send(exchange, 200, SampleMeeting.summary(path[5]));
        } else {
            timeline(exchange, path[5]);
        }
    }

    private void timeline(HttpExchange exchange, String participant) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        if (!"5s".equals(query.get("resolution"))) {
            send(exchange, 400, Map.of("title", "This fixture knows buckets of 5 s only", "status", 400));
            return;
        }
        send(
                exchange,
                200,
                SampleMeeting.timeline(participant, Instant.parse(query.get("from")), Instant.parse(query.get("to"))));
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.equals("/") ? "/index.html" : path;
        try (exchange;
                InputStream resource = getClass().getResourceAsStream("/META-INF/resources" + name)) {
            if (resource == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = resource.readAllBytes();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
