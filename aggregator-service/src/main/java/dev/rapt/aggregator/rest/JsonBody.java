package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;

/** Reads a small JSON object from a request, or says what is wrong with it. */
final class JsonBody {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * The object in a body, with no other fields than these; empty for an empty body.
     *
     * @param most the most bytes it may have
     */
    static JsonNode read(InputStream body, long most, Set<String> fields) {
        JsonNode json = parse(bytes(body, most));
        if (!json.isObject()) {
            throw ProblemException.badRequest("not-json", "The body must be a JSON object");
        }
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw ProblemException.badRequest(
                        "unknown-field", "There may be " + String.join(", ", fields) + ", but not " + name);
            }
        }
        return json;
    }

    /** Whether nothing is said: a field that isn't there, or is null. */
    static boolean isMissing(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("not-json", "The body isn't JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("Bytes can't fail to be read", e);
        }
    }

    private static byte[] bytes(InputStream body, long most) {
        try {
            byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE, most + 1));
            if (bytes.length > most) {
                throw ProblemException.tooLarge("The body may have " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw ProblemException.badRequest("incomplete-body", "The body broke off");
        }
    }
}
