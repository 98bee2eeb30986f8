package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** KEDA's kinds, by the JSON schemas of its resource definitions, which are made to refuse fields that they don't list. */
final class KedaTypes {

    private static final Set<String> KINDS = Set.of("ScaledObject", "TriggerAuthentication");
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private KedaTypes() {}

    static boolean know(Manifest manifest) {
        return manifest.apiVersion().equals("keda.sh/v1alpha1") && KINDS.contains(manifest.kind());
    }

    static List<String> problems(Manifest manifest) {
        return SCHEMAS.computeIfAbsent(manifest.kind(), KedaTypes::schema).validate(manifest.tree()).stream()
                .map(ValidationMessage::getMessage)
                .map(message -> manifest + ": " + message)
                .sorted()
                .toList();
    }

    private static JsonSchema schema(String kind) {
        try (InputStream in = KedaTypes.class.getResourceAsStream("schemas/" + kind + ".json")) {
            JsonNode schema = new ObjectMapper().readTree(in);
            // Kubernetes' own types see to it
            ((ObjectNode) schema.path("properties")).putObject("metadata").put("type", "object");
            close(schema);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(KedaTypes::close);
    }
}
