package dev.rapt.classifier.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.access.testing.AccessMatrix;
import dev.rapt.access.testing.Overheard;
import dev.rapt.access.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each endpoint of the classifier, asked by everybody. */
@QuarkusTest
@TestProfile(AccessIT.Guarded.class)
class AccessIT {

    @TestHTTPResource("/")
    URI root;

    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return TestTokens.settings();
        }
    }

    @Test
    void whoIsRefusedLeavesNoNameAndNoPathOfTheirOwnInAMetric() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        for (String path : new String[] {"v1/meetings/m-secret/participants/ada-secret/frames", "made-up-secret"}) {
            HttpResponse<String> refused =
                    http.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(401);
        }

        String metrics = http.send(
                        HttpRequest.newBuilder(root.resolve("q/metrics"))
                                .header("Authorization", "Bearer " + TestTokens.VIEWER)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(metrics)
                .contains("http_server_requests_seconds_count", "rapt_access_refused_total")
                .doesNotContain("secret", "\"ada\"", TestTokens.VIEWER);
    }

    @Test
    void everybodyIsLetInWhereTheyMayAndNowhereElse() throws Exception {
        try (Overheard said = new Overheard()) {
            AccessMatrix matrix = new AccessMatrix(root);
            matrix.ask(matrix.documented());
            matrix.ask(List.of("GET /q/metrics", "GET /q/openapi", "GET /q/health/live", "GET /v1/access"));

            matrix.assertRight();
            said.assertNoToken();
        }
    }
}
