package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pods keep to the restricted Pod Security Standard, and to a read-only root and no token of the API besides. */
final class SecurityCheck implements Check {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    @Override
    public List<String> problems(Rendering rendering) {
        List<String> found = new ArrayList<>();
        rendering
                .of("Namespace")
                .filter(namespace -> !"restricted".equals(namespace.labels().get(ENFORCE)))
                .forEach(namespace -> found.add(namespace + " doesn't enforce the restricted standard"));
        rendering.pods().forEach(pod -> pod(pod, found));
        return found;
    }

    private static void pod(Pod pod, List<String> found) {
        JsonNode spec = pod.spec();
        JsonNode context = spec.path("securityContext");
        expect(context.path("runAsNonRoot").asBoolean(), pod + " may run as root", found);
        expect(context.path("runAsUser").asInt() > 0, pod + " has no user", found);
        expect(
                context.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                pod + " has no seccomp profile",
                found);
        JsonNode automount = spec.path("automountServiceAccountToken");
        expect(automount.isBoolean() && !automount.asBoolean(), pod + " gets a token of the API", found);
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            expect(!spec.path(shared).asBoolean(), pod + " has " + shared, found);
        }
        spec.path("volumes").forEach(volume -> volume.fieldNames().forEachRemaining(kind -> {
            expect(kind.equals("name") || VOLUMES.contains(kind), pod + " has a volume of kind " + kind, found);
        }));
        pod.containers().forEach(container -> container(pod, container, found));
    }

    private static void container(Pod pod, JsonNode container, List<String> found) {
        JsonNode context = container.path("securityContext");
        JsonNode escalation = context.path("allowPrivilegeEscalation");
        expect(escalation.isBoolean() && !escalation.asBoolean(), pod + " may escalate its privileges", found);
        expect(context.path("readOnlyRootFilesystem").asBoolean(), pod + " may write to its root", found);
        expect(!context.path("privileged").asBoolean(), pod + " is privileged", found);
        expect(context.at("/capabilities/drop/0").asText().equals("ALL"), pod + " keeps capabilities", found);
        expect(context.at("/capabilities/add").isMissingNode(), pod + " adds capabilities", found);
        expect(!context.has("runAsUser") && !context.has("runAsNonRoot"), pod + " undoes what the pod says", found);
        container
                .path("ports")
                .forEach(port -> expect(!port.has("hostPort"), pod + " takes a port of its node", found));
    }

    private static void expect(boolean holds, String otherwise, List<String> found) {
        if (!holds) {
            found.add(otherwise);
        }
    }
}
