package dev.rapt.detector.ingest.bot.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rapt.detector.ingest.bot.message.BotText;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a JSON text again in the one form that is signed: names sorted in every object, no space, nothing escaped that
 * needn't be. It is what Python's {@code json.dumps(…, sort_keys=True, ensure_ascii=False, separators=(",", ":"))}
 * writes; numbers stay as they were written, because that was Python too.
 */
final class CanonicalJson {

    // Python compares by code point, String by half of one
    private static final Comparator<String> BY_CODE_POINT = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private final JsonParser in;

    private CanonicalJson(JsonParser in) {
        this.in = in;
    }

    /** The canonical form of a text in UTF-8. */
    static String of(byte[] text) throws MalformedException {
        try (JsonParser parser = BotText.of(text).open()) {
            String canonical = new CanonicalJson(parser).value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new MalformedException("not-json", "Something follows after the webhook's JSON.");
            }
            return canonical;
        } catch (IOException e) {
            throw new MalformedException("not-json", "The webhook's body isn't JSON, or ends too early.");
        }
    }

    private String value(JsonToken token) throws IOException, MalformedException {
        if (token == null) {
            throw new MalformedException("not-json", "The webhook's body ends too early.");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> quoted(in.getText());
            default -> in.getText();
        };
    }

    private String object() throws IOException, MalformedException {
        Map<String, String> members = new TreeMap<>(BY_CODE_POINT);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            members.put(name, value(in.nextToken()));
        }
        StringBuilder out = new StringBuilder("{");
        members.forEach((name, value) -> out.append(out.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(value));
        return out.append('}').toString();
    }

    private String array() throws IOException, MalformedException {
        StringBuilder out = new StringBuilder("[");
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            out.append(out.length() > 1 ? "," : "").append(value(token));
        }
        return out.append(']').toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
