package dev.rapt.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The overlays as operators would apply them. */
class ManifestsTest {

    @BeforeAll
    static void renderer() {
        assumeTrue(
                Kustomize.command().isPresent(),
                "the manifests in k8s/ aren't rendered and checked: neither kubectl nor kustomize is installed");
    }

    static Stream<Arguments> overlaysAndChecks() {
        return Overlays.ALL.stream()
                .flatMap(overlay ->
                        Overlays.CHECKS.keySet().stream().sorted().map(check -> Arguments.of(overlay, check)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlaysAndChecks")
    void nothingIsWrong(String overlay, String check) {
        assertThat(Overlays.CHECKS.get(check).problems(Overlays.rendered(overlay)))
                .isEmpty();
    }

    @Test
    void thePolicyIsTheOneThatComesWithRapt() throws Exception {
        assertThat(Kustomize.FOLDER.resolve("base/policy.yaml"))
                .hasSameTextualContentAs(Path.of("../meeting-rules/src/main/resources/dev/rapt/meeting/policy.yaml"));
    }

    @Test
    void theKafkaIsTheOneOfTheComposeFile() {
        Manifest kafka =
                Overlays.rendered("overlays/dev").find("StatefulSet", "kafka").orElseThrow();

        assertThat(Overlays.text("../docker-compose.yml"))
                .contains(new Pod(kafka).containers().get(0).path("image").asText());
    }

    @Test
    void theAlertsAreThoseOfTheComposeFile() {
        Manifest rules = Overlays.rendered("overlays/production")
                .find("PrometheusRule", "rapt")
                .orElseThrow();

        assertThat(rules.at("/spec"))
                .isEqualTo(Kustomize.parse(Overlays.text("../monitoring/prometheus/rules.yml"))
                        .get(0)
                        .tree());
    }
}
