package dev.rapt.classifier.access;

import dev.rapt.access.testing.AccessMatrix;
import dev.rapt.access.testing.Overheard;
import dev.rapt.access.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
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
