package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All resources of an overlay. */
record Rendering(String overlay, List<Manifest> manifests) {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    Rendering {
        manifests = List.copyOf(manifests);
    }

    Stream<Manifest> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    List<Pod> pods() {
        return manifests.stream()
                .filter(manifest -> WORKLOADS.contains(manifest.kind()))
                .map(Pod::new)
                .toList();
    }

    /** The pods that a selector means; an empty one means all. */
    List<Pod> selected(JsonNode selector) {
        return pods().stream()
                .filter(pod -> Selector.matches(selector, pod.labels()))
                .toList();
    }

    /** The settings of a ConfigMap, a missing node if there is none of that name. */
    JsonNode configMap(String name) {
        return find("ConfigMap", name).map(map -> map.at("/data")).orElse(MissingNode.getInstance());
    }

    @Override
    public String toString() {
        return overlay;
    }
}
