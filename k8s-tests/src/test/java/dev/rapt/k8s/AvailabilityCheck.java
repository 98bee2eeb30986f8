package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Probes ask what the services answer, stops are patient, nodes can be drained, and one thing only scales a workload. */
final class AvailabilityCheck implements Check {

    private static final Set<String> HEALTH = Set.of("/q/health/started", "/q/health/live", "/q/health/ready");
    private static final int PATIENCE = 30;

    @Override
    public List<String> problems(Rendering rendering) {
        List<String> found = new ArrayList<>();
        rendering.pods().forEach(pod -> pod(rendering, pod, found));
        scalers(rendering, found);
        return found;
    }

    private static void pod(Rendering rendering, Pod pod, List<String> found) {
        for (JsonNode container : pod.containers()) {
            JsonNode resources = container.path("resources");
            for (String resource : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
                expect(!resources.at(resource).isMissingNode(), pod + " doesn't say " + resource, found);
            }
            if (pod.serves()) {
                for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                    probe(pod, probe, container.path(probe), found);
                }
            }
        }
        if (!pod.serves()) {
            return;
        }
        expect(
                pod.spec().path("terminationGracePeriodSeconds").asInt() >= PATIENCE,
                pod + " is killed before it has drained",
                found);
        if (pod.ours()) {
            budgets(rendering, pod, found);
            Set<String> spread = new HashSet<>();
            pod.spec().path("topologySpreadConstraints").forEach(constraint -> {
                spread.add(constraint.path("topologyKey").asText());
                expect(
                        Selector.matches(constraint.path("labelSelector"), pod.labels()),
                        pod + " is spread among others",
                        found);
            });
            expect(
                    spread.equals(Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")),
                    pod + " is spread over " + spread,
                    found);
        }
    }

    private static void probe(Pod pod, String kind, JsonNode probe, List<String> found) {
        expect(!probe.isMissingNode(), pod + " has no " + kind, found);
        JsonNode http = probe.path("httpGet");
        JsonNode tcp = probe.path("tcpSocket");
        String port = (http.isMissingNode() ? tcp : http).path("port").asText();
        expect(!pod.port(port).isMissingNode(), pod + " is asked at no port of its: " + port, found);
        if (pod.ours()) {
            expect(
                    HEALTH.contains(http.path("path").asText()),
                    pod + "'s " + kind + " asks " + http.path("path").asText(),
                    found);
        }
    }

    private static void budgets(Rendering rendering, Pod pod, List<String> found) {
        long budgets = rendering
                .of("PodDisruptionBudget")
                .filter(budget -> Selector.matches(budget.at("/spec/selector"), pod.labels()))
                .count();
        expect(budgets == 1, pod + " has " + budgets + " disruption budgets", found);
    }

    private static void scalers(Rendering rendering, List<String> found) {
        Set<String> scaled = new HashSet<>();
        rendering.manifests().stream()
                .filter(manifest ->
                        Set.of("HorizontalPodAutoscaler", "ScaledObject").contains(manifest.kind()))
                .forEach(scaler -> {
                    String kind = scaler.at("/spec/scaleTargetRef/kind").asText();
                    String name = scaler.at("/spec/scaleTargetRef/name").asText();
                    expect(scaled.add(name), name + " is scaled by two", found);
                    rendering
                            .find(kind, name)
                            .ifPresentOrElse(
                                    target -> expect(
                                            target.at("/spec/replicas").isMissingNode(),
                                            target + " says how many it is, and " + scaler + " too",
                                            found),
                                    () -> found.add(scaler + " scales nothing: " + kind + " " + name));
                });
        rendering
                .of("Deployment")
                .filter(workload -> !scaled.contains(workload.name()))
                .filter(workload -> workload.at("/spec/replicas").isMissingNode())
                .forEach(workload -> found.add(workload + " doesn't say how many it is, and nobody scales it"));
    }

    private static void expect(boolean holds, String otherwise, List<String> found) {
        if (!holds) {
            found.add(otherwise);
        }
    }
}
