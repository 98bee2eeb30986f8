package dev.rapt.detector.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A caller of the service under test. */
public final class Detector {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    public Detector(int port) {
        base = "http://localhost:" + port;
    }

    /** Path of the frames of a participant, ids as they are to stand in the URL. */
    public static String frames(String meetingId, String participantId) {
        return "/v1/meetings/" + meetingId + "/participants/" + participantId + "/frames";
    }

    public HttpResponse<String> post(String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> postJpeg(String path, byte[] body) throws IOException, InterruptedException {
        return post(path, body, Map.of("Content-Type", "image/jpeg"));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** One sample of the metrics, such as {@code rapt_frames_received_total}. */
    public double metric(String sample) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No metric " + sample));
    }

    /** Waits until the service says that it is ready. */
    public void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        HttpResponse<String> answer = get("/q/health/ready");
        while (answer.statusCode() != 200 && System.nanoTime() < end) {
            Thread.sleep(200);
            answer = get("/q/health/ready");
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    public static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    /** Checks that an answer is a problem as documented. */
    public static JsonNode problem(HttpResponse<String> answer, int status, String reason) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = json(answer.body());
        assertThat(problem.path("reason").asText()).isEqualTo(reason);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("urn:rapt:problem:" + reason);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        return problem;
    }
}
