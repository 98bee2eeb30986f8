package dev.rapt.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code bin/k8s-secrets} makes Secrets that the cluster takes, with no token in them but the one that Prometheus shows. */
class SecretsScriptTest {

    @Test
    void theTokensAreShownAndTheirDigestsApplied() throws Exception {
        // When
        Process script =
                new ProcessBuilder("bash", "../bin/k8s-secrets", "operator:admin", "bot:ingest,viewer").start();
        String applied = new String(script.getInputStream().readAllBytes(), UTF_8);
        String shown = new String(script.getErrorStream().readAllBytes(), UTF_8);

        // Then
        assertThat(script.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).as(shown).isZero();
        List<Manifest> secrets = Kustomize.parse(applied);
        assertThat(secrets).extracting(Manifest::name).containsExactly("rapt-access", "rapt-metrics");
        assertThat(secrets).allSatisfy(secret -> assertThat(KubernetesTypes.problems(secret))
                .isEmpty());
        List<String> tokens = Pattern.compile("rapt_[A-Za-z0-9_-]+")
                .matcher(shown)
                .results()
                .map(found -> found.group())
                .toList();
        String prometheus = secrets.get(1).at("/stringData/token").asText();
        String file = secrets.get(0).at("/stringData/tokens.yaml").asText();
        assertThat(tokens).hasSize(2).doesNotContain(prometheus);
        assertThat(file).contains(digest(tokens.get(0)), digest(tokens.get(1)), digest(prometheus));
        assertThat(applied).doesNotContain(tokens);
        assertThat(Kustomize.parse(file))
                .extracting(entry -> entry.at("/name").asText() + " " + entry.at("/roles"))
                .containsExactly("operator [\"admin\"]", "bot [\"ingest\",\"viewer\"]", "prometheus [\"viewer\"]");
    }

    private static String digest(String token) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    }
}
