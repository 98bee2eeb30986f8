package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A declared meeting, all of whose participants have agreed, as anybody sees it over REST. */
final class Meeting {

    /** What the participants' list says of one. */
    record Counted(long frames, long lastCapturedAtMs) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DECLARATION =
            "{\"title\":\"Benchmark\",\"purpose\":\"personal\",\"region\":\"EU\",\"signals\":\"attention+expression\","
                    + "\"consent\":\"explicit\",\"view\":\"individual\"}";
    private static final String CONSENT = "{\"given\":true,\"noticeVersion\":\"benchmark\",\"noticeLanguage\":\"en\"}";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern FRAMES = Pattern.compile("\"frames\":(\\d+)");
    private static final Pattern LAST = Pattern.compile("\"lastCapturedAt\":\"([^\"]+)\"");

    private final HttpClient http;
    private final ServiceProcess aggregator;
    private final String id;
    private final int people;

    Meeting(HttpClient http, ServiceProcess aggregator, String id, int people) {
        this.http = http;
        this.aggregator = aggregator;
        this.id = id;
        this.people = people;
    }

    String id() {
        return id;
    }

    int people() {
        return people;
    }

    static String participant(int number) {
        return "participant-" + number;
    }

    /** Says what it is and who has agreed; returns once all of that is taken. */
    void declare() throws IOException, InterruptedException {
        put("", DECLARATION);
        for (int i = 0; i < people; i++) {
            put("/participants/" + participant(i) + "/consent", CONSENT);
        }
    }

    // An aggregator that has just started can't read what it is told for a moment
    private void put(String path, String body) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request = HttpRequest.newBuilder(aggregator.uri("/v1/meetings/" + id + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        while (answer.statusCode() >= 300) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(path + " isn't taken: " + answer.body());
            }
            TimeUnit.MILLISECONDS.sleep(200);
            answer = http.send(request, BodyHandlers.ofString());
        }
    }

    /** What is counted of each participant; empty while there is no answer. */
    Map<String, Counted> counted() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(aggregator.uri("/v1/meetings/" + id + "/participants"))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 200 ? parse(answer.body()) : Map.of();
    }

    /** Frames counted of all participants. */
    long frames() throws IOException, InterruptedException {
        return counted().values().stream().mapToLong(Counted::frames).sum();
    }

    static Map<String, Counted> parse(String body) {
        Map<String, Counted> all = new HashMap<>();
        Matcher id = ID.matcher(body);
        int from = 0;
        while (id.find(from)) {
            int next = body.indexOf("\"id\":\"", id.end());
            String entry = body.substring(id.end(), next < 0 ? body.length() : next);
            Matcher frames = FRAMES.matcher(entry);
            Matcher last = LAST.matcher(entry);
            if (frames.find() && last.find()) {
                all.put(
                        id.group(1),
                        new Counted(
                                Long.parseLong(frames.group(1)),
                                Instant.parse(last.group(1)).toEpochMilli()));
            }
            from = id.end();
        }
        return all;
    }
}
