package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pods that a workload makes. */
record Pod(Manifest workload) {

    Map<String, String> labels() {
        return Manifest.strings(workload.at("/spec/template/metadata/labels"));
    }

    JsonNode spec() {
        return workload.at("/spec/template/spec");
    }

    List<JsonNode> containers() {
        List<JsonNode> all = new ArrayList<>();
        spec().path("containers").forEach(all::add);
        spec().path("initContainers").forEach(all::add);
        return all;
    }

    JsonNode port(String nameOrNumber) {
        for (JsonNode container : containers()) {
            for (JsonNode port : container.path("ports")) {
                if (port.path("name").asText().equals(nameOrNumber)
                        || port.path("containerPort").asText().equals(nameOrNumber)) {
                    return port;
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** Whether it serves requests, rather than running once. */
    boolean serves() {
        return !workload.kind().equals("Job");
    }

    /** Whether it runs a program of ours. */
    boolean ours() {
        return containers().stream()
                .allMatch(container -> container.path("image").asText().startsWith("rapt/"));
    }

    @Override
    public String toString() {
        return workload.toString();
    }
}
