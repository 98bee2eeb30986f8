package dev.rapt.detector.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Messages of bots, recorded from the documented shapes, with places to be filled in. */
public final class BotMessages {

    private BotMessages() {}

    /** A frame of {@code bots/NAME.json}, whichever bot's. */
    public static String frame(String name, String id, long millis, byte[] picture) {
        return fill(name, Map.of("PICTURE", Base64.getEncoder().encodeToString(picture), "ID", id, "MILLIS", millis));
    }

    /** Any message of {@code bots/NAME.json}; a moment in MILLIS also fills ISO, with microseconds. */
    public static String fill(String name, Map<String, ?> values) {
        String text = read(name);
        if (values.get("MILLIS") instanceof Long millis) {
            text = text.replace(
                    "$ISO", Instant.ofEpochMilli(millis).plusNanos(456_000).toString());
        }
        for (Map.Entry<String, ?> value : values.entrySet()) {
            text = text.replace("$" + value.getKey(), value.getValue().toString());
        }
        return text;
    }

    private static String read(String name) {
        try (InputStream in = BotMessages.class.getResourceAsStream("/bots/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
