package dev.rapt.classifier.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The running service asked for one crop: every kind of answer. */
@QuarkusTest
class ExpressionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/v1/expressions")
    URI expressions;

    @TestHTTPResource("/q/health/ready")
    URI ready;

    @TestHTTPResource("/q/openapi")
    URI openApi;

    @Inject
    MeterRegistry registry;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void scoresACropOfAnySizeAndKind() throws Exception {
        for (int size : new int[] {20, 48, 200}) {
            for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
                scored(post("image/png", picture(size, type, "png")));
                scored(post("image/jpeg; charset=binary", picture(size, type, "jpeg")));
            }
        }
    }

    private static void scored(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        List<String> names = new java.util.ArrayList<>();
        double sum = 0;
        answer.get("probabilities").fieldNames().forEachRemaining(names::add);
        for (JsonNode probability : answer.get("probabilities")) {
            sum += probability.asDouble();
        }
        assertThat(names).containsExactly("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");
        assertThat(sum).isBetween(.999, 1.001);
        assertThat(answer.get("margin").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer.get("dominant").asText()).isNotEmpty();
        assertThat(answer.get("model").get("name").asText()).isEqualTo("made-up");
        assertThat(answer.get("model").get("version").asText()).hasSize(12);
    }

    @Test
    void saysWhatIsWrongWithAPicture() throws Exception {
        byte[] png = picture(60, BufferedImage.TYPE_INT_RGB, "png");
        byte[] jpeg = picture(60, BufferedImage.TYPE_INT_RGB, "jpeg");

        refused(post("image/png", new byte[0]), 400, "empty-body");
        refused(post("text/plain", png), 415, "unsupported-media-type");
        refused(post("application/octet-stream", png), 415, "unsupported-media-type");
        refused(post("image/jpeg", png), 415, "media-type-mismatch");
        refused(post("image/png", "no picture".getBytes()), 415, "media-type-mismatch");
        refused(post("image/png", Arrays.copyOf(png, png.length / 2)), 422, "corrupt-image");
        refused(post("image/jpeg", Arrays.copyOf(jpeg, jpeg.length / 2)), 422, "corrupt-image");
        refused(post("image/png", Arrays.copyOf(png, 40)), 422, "corrupt-image");
        refused(post("image/png", hugePng()), 413, "image-too-large");
    }

    @Test
    void aRequestWithoutATypeIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(expressions)
                .POST(BodyPublishers.ofByteArray(new byte[] {1}))
                .build();

        refused(client.send(request, BodyHandlers.ofString()), 415, "unsupported-media-type");
    }

    @Test
    void fiftyMegabytesAreRefusedDeclaredOrNot() throws Exception {
        byte[] body = new byte[50_000_000];

        refused(post("image/png", BodyPublishers.ofByteArray(body)), 413, "body-too-large");
        refused(
                post("image/png", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
                413,
                "body-too-large");
        scored(post("image/png", picture(48, BufferedImage.TYPE_BYTE_GRAY, "png")));
    }

    @Test
    void otherPathsAndMethodsAreProblemsToo() throws Exception {
        HttpResponse<String> get =
                client.send(HttpRequest.newBuilder(expressions).build(), BodyHandlers.ofString());
        HttpResponse<String> nowhere = client.send(
                HttpRequest.newBuilder(expressions.resolve("/v1/faces")).build(), BodyHandlers.ofString());

        refused(get, 405, "method-not-allowed");
        refused(nowhere, 404, "not-found");
    }

    @Test
    void everyAnswerIsCounted() throws Exception {
        double before = answered("corrupt-image");

        post("image/png", Arrays.copyOf(picture(60, BufferedImage.TYPE_INT_RGB, "png"), 100));

        assertThat(answered("corrupt-image") - before).isEqualTo(1);
    }

    @Test
    void isReadyAndDescribed() throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        HttpResponse<String> health = get(ready);
        while (health.statusCode() != 200 && System.nanoTime() < end) {
            Thread.sleep(100);
            health = get(ready);
        }
        assertThat(health.body()).contains("made-up").contains("crop consumer");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(get(openApi).body())
                .contains("/v1/expressions")
                .contains("image/jpeg")
                .contains("corrupt-image")
                .contains("it-depends");
    }

    private double answered(String result) {
        return registry.find("rapt.expression.requests").tag("result", result).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String type, byte[] body) throws Exception {
        return post(type, BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> post(String type, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(expressions)
                .header("Content-Type", type)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static void refused(HttpResponse<String> response, int status, String reason) throws IOException {
        assertThat(response.body()).contains("\"" + reason + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:rapt:problem:" + reason);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
    }

    private static byte[] picture(int size, int type, String format) throws IOException {
        BufferedImage image = new BufferedImage(size, size, type);
        Random random = new Random(size);
        for (int i = 0; i < size * size; i++) {
            image.setRGB(i % size, i / size, random.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] hugePng() {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes())
                .putInt(30_000)
                .putInt(30_000)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(2_048)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .putInt(0)
                .put("IDAT".getBytes())
                .array();
    }
}
