package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Kubernetes' label selectors, as far as the manifests use them. */
final class Selector {

    private Selector() {}

    static boolean matches(JsonNode selector, Map<String, String> labels) {
        boolean all = Manifest.strings(selector.path("matchLabels")).entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
        return all
                && StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
                        .allMatch(expression -> holds(expression, labels));
    }

    private static boolean holds(JsonNode expression, Map<String, String> labels) {
        String label = labels.get(expression.path("key").asText());
        boolean listed = StreamSupport.stream(expression.path("values").spliterator(), false)
                .anyMatch(value -> value.asText().equals(label));
        String operator = expression.path("operator").asText();
        return switch (operator) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> label != null;
            case "DoesNotExist" -> label == null;
            default -> throw new IllegalArgumentException("No such operator: " + operator);
        };
    }
}
