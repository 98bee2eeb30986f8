package dev.rapt.demo.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Optional;

/**
 * The stream's answer to one frame.
 *
 * @param key which frame
 * @param fate what came of it
 * @param reason why, empty when the answer gives none
 */
record Acknowledgement(FrameKey key, Fate fate, String reason) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The acknowledgement in this message of the stream, or empty when the message is another one. */
    static Optional<Acknowledgement> parse(String message) {
        try {
            JsonNode node = JSON.readTree(message);
            if (!"ack".equals(node.path("type").asText())) {
                return Optional.empty();
            }
            return Optional.of(new Acknowledgement(
                    new FrameKey(
                            node.path("participantId").asText(),
                            node.path("capturedAt").asLong()),
                    Fate.valueOf(node.path("status").asText().toUpperCase(Locale.ROOT)),
                    node.path("reason").asText("")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the same frame may be accepted a little later: nothing is wrong with the frame itself. */
    boolean worthAnotherTry() {
        return fate == Fate.FAILED || (fate == Fate.REJECTED && reason.equals("overloaded"));
    }
}
