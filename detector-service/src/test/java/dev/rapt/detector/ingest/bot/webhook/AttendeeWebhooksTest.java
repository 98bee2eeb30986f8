package dev.rapt.detector.ingest.bot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.meters.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttendeeWebhooksTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void withoutASecretNothingIsTakenAndTheAnswerSaysWhatToSet() throws Exception {
        assertThat(post(Map.of()))
                .contains("webhook-secret-missing")
                .contains("RAPT_DETECTOR_BOTS_ATTENDEE_WEBHOOK_SECRET");
    }

    @Test
    void aSecretThatIsNotBase64IsNone() throws Exception {
        assertThat(post(Map.of("rapt.detector.bots.attendee.webhook-secret", "not base64!")))
                .contains("webhook-secret-missing")
                .doesNotContain("not base64!");
    }

    private String post(Map<String, String> settings) throws Exception {
        DetectorConfig config = config(settings);
        WebhookDesk desk = new WebhookDesk(null, config, new Meters(new SimpleMeterRegistry()));
        AttendeeWebhooks webhooks = new AttendeeWebhooks(desk, config, vertx);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> webhooks.take("m", request).thenAccept(answer -> request.response()
                        .setStatusCode(answer.getStatus())
                        .end(text(answer))))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort()))
                                .header("X-Webhook-Signature", "AAAA")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        return answer.body();
    }

    private static String text(Response response) {
        return response.getEntity().toString();
    }

    private static DetectorConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(DetectorConfig.class);
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(DetectorConfig.class);
    }
}
