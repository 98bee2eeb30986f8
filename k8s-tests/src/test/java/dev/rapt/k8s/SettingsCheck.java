package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every variable is a setting that the program in the container knows, and its value one that the setting may have. */
final class SettingsCheck implements Check {

    /** Of the pod itself, for other values to refer to; and the image's own. */
    private static final Set<String> NEUTRAL = Set.of("POD_NAME", "POD_NAMESPACE", "JAVA_OPTS", "JAVA_OPTS_APPEND");

    @Override
    public List<String> problems(Rendering rendering) {
        List<String> found = new ArrayList<>();
        for (Pod pod : rendering.pods()) {
            if (pod.ours()) {
                pod.containers().forEach(container -> container(rendering, pod, container, found));
            }
        }
        return found;
    }

    private static void container(Rendering rendering, Pod pod, JsonNode container, List<String> found) {
        Map<String, String> variables = new HashMap<>();
        container
                .path("envFrom")
                .forEach(from -> variables.putAll(Manifest.strings(
                        rendering.configMap(from.at("/configMapRef/name").asText()))));
        container
                .path("env")
                .forEach(env -> variables.put(
                        env.path("name").asText(), env.path("value").asText("from-elsewhere")));
        String service = container.path("image").asText().replaceAll("^rapt/|:.*$", "");
        boolean known = Settings.services().contains(service);
        Set<String> settings = known ? Settings.variables(service) : Settings.kafka();
        variables.keySet().stream()
                .filter(name -> !settings.contains(name) && !NEUTRAL.contains(name))
                .forEach(name -> found.add(pod + " knows no setting " + name));
        if (known) {
            try {
                Settings.read(service, variables);
            } catch (RuntimeException e) {
                found.add(pod + ": " + e.getMessage());
            }
        }
        mounted(pod, container, variables, found);
    }

    /** Files that settings name are where a volume is. */
    private static void mounted(Pod pod, JsonNode container, Map<String, String> variables, List<String> found) {
        List<String> mounts = new ArrayList<>();
        container
                .path("volumeMounts")
                .forEach(mount -> mounts.add(mount.path("mountPath").asText()));
        variables.forEach((name, value) -> {
            if (value.startsWith("/") && mounts.stream().noneMatch(mount -> value.startsWith(mount + "/"))) {
                found.add(pod + " names a file of no volume by " + name + ": " + value);
            }
        });
    }
}
