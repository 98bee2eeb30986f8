package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says of every path what it answers, with problems and examples that are what they claim. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class ApiDescriptionIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    @TestHTTPResource("/q/openapi?format=json")
    URI address;

    private JsonNode api;
    private final Map<String, JsonNode> operations = new LinkedHashMap<>();

    @BeforeEach
    void read() throws Exception {
        api = JSON.readTree(address.toURL());
        api.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.put(operation.getKey() + " " + path.getKey(), operation.getValue());
                    }
                }));
    }

    @Test
    void everythingThatCanBeAskedIsThere() {
        assertThat(operations.keySet())
                .contains(
                        "get /v1/meetings",
                        "get /v1/meetings/{meetingId}",
                        "put /v1/meetings/{meetingId}",
                        "delete /v1/meetings/{meetingId}",
                        "post /v1/meetings/{meetingId}/end",
                        "get /v1/meetings/{meetingId}/groups",
                        "get /v1/meetings/{meetingId}/groups/{group}/summary",
                        "get /v1/meetings/{meetingId}/groups/{group}/timeline",
                        "get /v1/meetings/{meetingId}/participants",
                        "get /v1/meetings/{meetingId}/summary",
                        "get /v1/meetings/{meetingId}/timeline",
                        "get /v1/comparisons");
    }

    @Test
    void everyAnswerHasASchemaOrAnExample() {
        List<String> bare = new ArrayList<>();
        operations.forEach(
                (name, operation) -> operation.path("responses").fields().forEachRemaining(response -> {
                    JsonNode content = resolved(response.getValue()).path("content");
                    boolean says = !content.isEmpty();
                    for (JsonNode type : content) {
                        says &= type.has("schema") || type.has("examples");
                    }
                    // Nothing is sent with these
                    boolean isEmpty = Set.of("101", "202", "204", "304").contains(response.getKey());
                    if (!says && !isEmpty) {
                        bare.add(name + " " + response.getKey());
                    }
                }));
        assertThat(bare).isEmpty();
    }

    @Test
    void everyAnswerThatIsReadHasAnExample() {
        List<String> bare = new ArrayList<>();
        operations.forEach((name, operation) -> {
            JsonNode type = resolved(operation.path("responses").path("200"))
                    .path("content")
                    .path("application/json");
            if (name.startsWith("get /v1/") && type.path("examples").isEmpty() && !type.isMissingNode()) {
                bare.add(name);
            }
        });
        assertThat(bare).isEmpty();
    }

    @Test
    void everyPathSaysWhichProblemsItHas() {
        operations.forEach((name, operation) -> {
            if (name.contains(" /v1/")) {
                Set<String> statuses = new TreeSet<>();
                operation.path("responses").fields().forEachRemaining(response -> {
                    if (response.getKey().compareTo("400") >= 0) {
                        statuses.add(response.getKey());
                        assertThat(resolved(response.getValue()).path("content").fieldNames())
                                .toIterable()
                                .as(name + " " + response.getKey())
                                .containsExactly("application/problem+json");
                    }
                });
                assertThat(statuses).as(name).contains("400", "503");
                if (name.contains("{meetingId}") && !name.startsWith("put") && !name.startsWith("delete")) {
                    assertThat(statuses).as(name).contains("404", "410");
                }
            }
        });
    }

    @Test
    void everyExampleIsJsonOfItsSchema() {
        List<String> wrong = new ArrayList<>();
        operations.forEach((name, operation) -> {
            List<JsonNode> contents = new ArrayList<>();
            operation
                    .path("responses")
                    .forEach(response -> contents.add(resolved(response).path("content")));
            contents.add(operation.path("requestBody").path("content"));
            for (JsonNode content : contents) {
                JsonNode type = content.path("application/json");
                for (JsonNode example : type.path("examples")) {
                    compare(name, parsed(example.path("value")), type.path("schema"), wrong);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static JsonNode parsed(JsonNode value) {
        try {
            return value.isTextual() ? JSON.readTree(value.textValue()) : value;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("An example isn't JSON: " + value, e);
        }
    }

    /** Says which fields an example has that the schema doesn't, and the other way round. */
    private void compare(String where, JsonNode example, JsonNode schema, List<String> wrong) {
        JsonNode meant = resolved(schema);
        if (meant.path("anyOf").isArray()) {
            meant = resolved(meant.path("anyOf").get(0));
        }
        if (example.isArray()) {
            JsonNode items = meant.path("items");
            example.forEach(one -> compare(where + "[]", one, items, wrong));
        } else if (example.isObject() && meant.has("properties")) {
            JsonNode properties = meant.path("properties");
            example.fieldNames().forEachRemaining(field -> {
                if (properties.has(field)) {
                    compare(where + "." + field, example.path(field), properties.path(field), wrong);
                } else {
                    wrong.add(where + " has no " + field);
                }
            });
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").textValue().substring(1)) : node;
    }
}
