package dev.rapt.classifier.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.TestConfig;
import dev.rapt.classifier.TestMeters;
import dev.rapt.classifier.score.TestModels;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionsResourceTest {

    private final TestMeters meters = new TestMeters();

    @Test
    void isOverloadedBeyondItsPlaces() {
        refuses(
                Map.of("rapt.classifier.limits.max-concurrent", "0", "rapt.classifier.limits.max-wait", "10ms"),
                Refusal.Kind.OVERLOADED,
                429);
    }

    @Test
    void hasNothingToScoreWithBeforeTheModelIsOpen() {
        refuses(Map.of(), Refusal.Kind.MODEL_UNAVAILABLE, 503);
    }

    private void refuses(Map<String, String> settings, Refusal.Kind kind, int status) {
        ClassifierConfig config = TestConfig.with(settings);
        ExpressionsResource resource = new ExpressionsResource(
                config,
                TestModels.notOpen(config, meters.meters()),
                new BodyLimit(config, new ObjectMapper(), meters.meters()),
                meters.meters());

        assertThatThrownBy(() -> resource.score("image/png", new ByteArrayInputStream(new byte[] {(byte) 0x89, 1})))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(kind);
                    Response response = new ProblemMappers(meters.meters()).refused(refusal);
                    assertThat(response.getStatus()).isEqualTo(status);
                    assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("1");
                });
    }
}
