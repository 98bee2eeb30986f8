package dev.rapt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a caller of Rapt's REST API does. */
final class Api {

    /** An answer: the status and the body as JSON, null when it isn't. */
    record Answer(int status, String contentType, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI origin;

    Api(URI origin) {
        this.origin = origin;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(origin.resolve(path)).GET());
    }

    Answer post(String path, String contentType, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer postFrame(String meeting, String participant, long capturedAt, byte[] jpeg)
            throws IOException, InterruptedException {
        return post(
                "/v1/meetings/" + meeting + "/participants/" + participant + "/frames",
                "image/jpeg",
                jpeg,
                "Rapt-Captured-At",
                Long.toString(capturedAt));
    }

    /** Declares a meeting in which everybody is measured unless they say no. */
    void declare(String meeting) throws IOException, InterruptedException {
        declare(
                meeting,
                """
                {"purpose": "research", "region": "US", "signals": "attention+expression", "consent": "assumed"}""");
    }

    /** Declares a meeting; returns once it is. */
    void declare(String meeting, String declaration) throws IOException, InterruptedException {
        Answer answer = put("/v1/meetings/" + meeting, declaration);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        // An aggregator that has just started can't read what it is told for a moment
        while (answer.status() == 503 && System.nanoTime() < deadline) {
            Thread.sleep(100);
            answer = put("/v1/meetings/" + meeting, declaration);
        }
        if (answer.status() >= 300) {
            throw new AssertionError("Not declared: " + answer);
        }
    }

    Answer put(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(origin.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(origin.resolve(path)).DELETE());
    }

    /** The body of an answer as it is, whatever its status. */
    String text(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** How many frames of a participant are counted; 0 when the participant isn't known yet. */
    long counted(String meeting, String participant) throws IOException, InterruptedException {
        Answer answer = get("/v1/meetings/" + meeting + "/participants/" + participant + "/summary");
        return answer.status() == 200 ? answer.body().path("frames").asLong() : 0;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : null;
        return new Answer(response.statusCode(), type, body);
    }
}
