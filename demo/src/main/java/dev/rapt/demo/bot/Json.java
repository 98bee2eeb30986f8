package dev.rapt.demo.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of the bots' messages. */
final class Json {

    private static final ObjectMapper AS_GIVEN = new ObjectMapper();
    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** An object of these names and values by turns. A value may be null, which a map of its own would refuse. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static String base64(byte[] picture) {
        return Base64.getEncoder().encodeToString(picture);
    }

    static Message.Text text(Map<String, Object> message) {
        return new Message.Text(write(AS_GIVEN, message));
    }

    static Message.Webhook webhook(Map<String, Object> message) {
        return new Message.Webhook(write(SORTED, message));
    }

    private static String write(ObjectMapper mapper, Map<String, Object> message) {
        try {
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps of texts and numbers can be written", e);
        }
    }
}
