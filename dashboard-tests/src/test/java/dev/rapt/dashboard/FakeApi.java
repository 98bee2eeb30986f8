package dev.rapt.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The bundled page over an API in the shapes of docs/api.md, which answers of {@link FakeMeeting}s and can be unwell. */
final class FakeApi implements AutoCloseable {

    /** How the API is. */
    enum Mood {
        WELL,
        /** 503, as while the stores are restored. */
        NOT_READY,
        /** Every connection breaks. */
        GONE,
        /** The live stream breaks, all else is answered. */
        NO_STREAM,
        /** A standby answers. */
        STALE,
        /** Something is wrong inside. */
        BROKEN
    }

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final ObjectMapper json = new ObjectMapper();
    private final PageFiles files = new PageFiles();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, FakeMeeting> meetings = new LinkedHashMap<>();
    private final List<Map<String, Object>> markers = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> missing = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final LiveStreams streams = new LiveStreams(json);
    private final FakePerson person;
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;
    private volatile String token;

    FakeApi(FakeMeeting... all) throws IOException {
        this(0, all);
    }

    private FakeApi(int port, FakeMeeting... all) throws IOException {
        for (FakeMeeting meeting : all) {
            meetings.put(meeting.id, meeting);
        }
        person = new FakePerson(all.length == 0 ? new FakeMeeting("standup", 4, 120, Instant.EPOCH) : all[0]);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/v1/", this::api);
        server.createContext("/", this::file);
        server.setExecutor(threads);
        server.start();
    }

    /** For whoever works on the page: a small and a large meeting that grow, on port 23100. */
    public static void main(String[] arguments) throws Exception {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60);
        FakeMeeting small = new FakeMeeting("small", 4, 100, now.minusSeconds(500));
        FakeMeeting large = new FakeMeeting("large", 100, 1440, now.minusSeconds(7200));
        FakeApi api = new FakeApi(23100, small, large);
        System.out.println(api.base());
        for (int i = 0; ; i++) {
            Thread.sleep(5_000);
            api.grow(small, i % 4);
            api.grow(large, i % 4);
        }
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void feel(Mood now) {
        mood = now;
        if (now == Mood.GONE || now == Mood.NO_STREAM) {
            streams.cut();
        }
    }

    /** From now on a token is needed; those that were shown before are no good any more. */
    void lock(String needed) {
        token = needed;
    }

    /** An instance that the lists lack. */
    void miss(String instance, String reason) {
        missing.add(Map.of("instance", instance, "reason", reason));
    }

    /** The meeting is a step longer, and who listens hears of it. */
    void grow(FakeMeeting meeting, int speaker) {
        meeting.grow();
        streams.tell(meeting, speaker);
    }

    /** The paths that were asked for, each with its query. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Who has a personal link. */
    FakePerson person() {
        return person;
    }

    List<Map<String, Object>> markers() {
        return markers;
    }

    private void api(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().startsWith("/v1/access")) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        }
        boolean stream = exchange.getRequestURI().getPath().endsWith("/live");
        switch (mood) {
            case GONE -> exchange.close();
            case NOT_READY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                problem(exchange, 503, "The stores are being restored");
            }
            case BROKEN -> problem(exchange, 500, "The log of the service says more");
            case NO_STREAM -> {
                if (stream) {
                    exchange.close();
                } else {
                    route(exchange);
                }
            }
            default -> {
                if (mood == Mood.STALE) {
                    exchange.getResponseHeaders().set("Rapt-Stale", "true");
                }
                route(exchange);
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        Map<String, String> query = queryOf(exchange);
        if (path[2].equals("access")) {
            access(exchange, path.length > 3);
        } else if (!path[2].equals("me") && !isIn(exchange)) {
            problem(exchange, 401, "Send the header Authorization: Bearer and your token");
        } else if (path[2].equals("analyze")) {
            analyze(exchange);
        } else if (path[2].equals("me")) {
            me(exchange);
        } else if (path.length == 3) {
            list(exchange, query);
        } else if (!meetings.containsKey(path[3])) {
            problem(exchange, 404, "The meeting is unknown");
        } else {
            FakeMeeting meeting = meetings.get(path[3]);
            String what = path.length == 4 ? "" : path[path.length - 1];
            boolean ofPeople = List.of("participants", "live", "timelines", "total", "summary")
                    .contains(what);
            if (meeting.isInGroups() && ofPeople) {
                problem(exchange, 403, "Of this meeting only groups are shown");
                return;
            }
            switch (what) {
                case "" -> send(exchange, 200, meeting.one());
                case "notice" -> send(exchange, 200, FakePerson.notice(meeting, query.getOrDefault("language", "en")));
                case "measuring" -> send(exchange, 200, FakePerson.measuring(meeting, meeting.people()));
                case "participants" -> send(exchange, 200, meeting.participants());
                case "live" -> streams.open(exchange, meeting);
                case "timelines" -> {
                    if (meeting.isOfAttention() && FakeAnswers.asksForExpressions(query)) {
                        problem(exchange, 403, "Of this meeting only attention is measured");
                    } else {
                        send(exchange, 200, FakeAnswers.columns(meeting, query));
                    }
                }
                case "timeline" ->
                    send(
                            exchange,
                            200,
                            meeting.isInGroups()
                                    ? FakeAnswers.together(meeting, path.length > 5 ? path[5] : null, query)
                                    : FakeAnswers.pooled(meeting, query));
                case "total" -> send(exchange, 200, FakeAnswers.summary(meeting, query.get("participants"), query));
                case "summary" ->
                    send(exchange, 200, FakeAnswers.summary(meeting, path.length > 5 ? path[5] : null, query));
                default -> marker(exchange, meeting, path);
            }
        }
    }

    private boolean isIn(HttpExchange exchange) {
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        return token == null || cookies != null && cookies.contains("rapt-session=" + token);
    }

    private void access(HttpExchange exchange, boolean session) throws IOException {
        if (!session) {
            Map<String, Object> answer = new HashMap<>();
            answer.put("open", token == null ? "loopback" : "never");
            answer.put("tokenNeeded", token != null);
            answer.put("name", token != null && isIn(exchange) ? "ada" : null);
            answer.put("roles", List.of("viewer"));
            send(exchange, 200, answer);
            return;
        }
        boolean enters = exchange.getRequestMethod().equals("POST");
        if (enters
                && !json.readTree(exchange.getRequestBody())
                        .path("token")
                        .asText()
                        .equals(token)) {
            problem(exchange, 401, "The token is nobody's");
            return;
        }
        exchange.getResponseHeaders()
                .set(
                        "Set-Cookie",
                        "rapt-session=" + (enters ? token : "") + "; Path=/; HttpOnly; SameSite=Strict"
                                + (enters ? "" : "; Max-Age=0"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        String wanted = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = new ArrayList<>();
        for (FakeMeeting meeting : meetings.values()) {
            Map<String, Object> listed = meeting.listed();
            boolean named = (listed.get("title") + " " + meeting.id)
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
            boolean labelled =
                    !query.containsKey("label") || ((List<?>) listed.get("labels")).contains(query.get("label"));
            if (named && labelled) {
                found.add(listed);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("meetings", found);
        answer.put("next", null);
        answer.put("missing", missing);
        send(exchange, 200, answer);
    }

    private void marker(HttpExchange exchange, FakeMeeting meeting, String[] path) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                JsonNode body = json.readTree(exchange.getRequestBody());
                Map<String, Object> marker = new HashMap<>(json.convertValue(body, Map.class));
                marker.put("markerId", "m" + markers.size());
                markers.add(marker);
                send(exchange, 201, marker);
            }
            case "DELETE" -> {
                markers.removeIf(marker -> marker.get("markerId").equals(path[path.length - 1]));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
            default -> send(exchange, 200, Map.of("meetingId", meeting.id, "markers", markers));
        }
    }

    private void me(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!person.opens(exchange.getRequestHeaders().getFirst("Authorization"))) {
            problem(exchange, 401, "This personal link opens nothing");
        } else if (path.endsWith("/export")) {
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("a,b\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            person.delete();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            if (exchange.getRequestMethod().equals("PUT")) {
                person.say(json.convertValue(json.readTree(exchange.getRequestBody()), Map.class));
            }
            send(exchange, 200, person.me());
        }
    }

    private void analyze(HttpExchange exchange) throws IOException {
        byte[] picture = exchange.getRequestBody().readAllBytes();
        if (picture.length < 100) {
            problem(exchange, 422, "The picture is broken");
        } else {
            send(exchange, 200, FakeAnswers.faces());
        }
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = files.at(path).orElse(null);
        try (exchange) {
            if (bytes == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String name = path.equals("/") ? "index.html" : path;
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void problem(HttpExchange exchange, int status, String detail) throws IOException {
        send(exchange, status, Map.of("title", "Not now", "status", status, "detail", detail));
    }

    private void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        try (exchange) {
            exchange.getResponseHeaders()
                    .set("Content-Type", status < 300 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> queryOf(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        streams.cut();
        server.stop(0);
        threads.shutdownNow();
    }
}
