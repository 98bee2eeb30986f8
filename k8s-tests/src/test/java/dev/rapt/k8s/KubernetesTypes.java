package dev.rapt.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;

/**
 * Kubernetes' own kinds, by the models of the official Java client, which are generated from the API's OpenAPI description.
 * The generated validation knows unknown fields and missing ones; reading and writing again shows values of a wrong type,
 * which the reader would otherwise convert in silence.
 */
final class KubernetesTypes {

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", V1Namespace.class),
            Map.entry("v1/ServiceAccount", V1ServiceAccount.class),
            Map.entry("v1/ConfigMap", V1ConfigMap.class),
            Map.entry("v1/Secret", V1Secret.class),
            Map.entry("v1/Service", V1Service.class),
            Map.entry("apps/v1/Deployment", V1Deployment.class),
            Map.entry("apps/v1/StatefulSet", V1StatefulSet.class),
            Map.entry("batch/v1/Job", V1Job.class),
            Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", V1Ingress.class));

    static {
        // Its constructor sets the reader up
        new JSON();
    }

    private KubernetesTypes() {}

    static boolean know(Manifest manifest) {
        return KINDS.containsKey(key(manifest));
    }

    static List<String> problems(Manifest manifest) {
        Class<?> type = KINDS.get(key(manifest));
        JsonElement given = JsonParser.parseString(manifest.tree().toString());
        try {
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, given);
            JsonElement read = JSON.getGson().toJsonTree(JSON.getGson().fromJson(given, type));
            return Differences.between(given, read).stream()
                    .map(difference -> manifest + ": " + difference)
                    .toList();
        } catch (InvocationTargetException e) {
            return List.of(manifest + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            return List.of(manifest + ": " + e.getMessage());
        }
    }

    private static String key(Manifest manifest) {
        return manifest.apiVersion() + "/" + manifest.kind();
    }
}
