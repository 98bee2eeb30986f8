package dev.rapt.detector.ingest.bot.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The JSON text of one message. It comes from strangers, so nesting and the lengths of numbers and names are bounded. Any
 * thread may call anything.
 */
public final class BotText {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 400;
    private static final int MAX_NAME = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .build())
            // Names are the sender's to choose; none of them is to stay for ever
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final byte[] bytes;

    private BotText(byte[] bytes) {
        this.bytes = Objects.requireNonNull(bytes);
    }

    /** A text. It is copied once, because the parser passes over bytes more than twice as fast as over characters. */
    public static BotText of(String text) {
        return new BotText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in UTF-8, not copied. */
    public static BotText of(byte[] bytes) {
        return new BotText(bytes);
    }

    /** What stands at these places. */
    public Fields read(Place.Within places) throws MalformedException {
        return new FieldsReader(this).read(places);
    }

    /** A parser of the whole. */
    public JsonParser open() throws IOException {
        return openAt(0);
    }

    /** A parser of what begins at a byte. */
    JsonParser openAt(int offset) throws IOException {
        return JSON.createParser(bytes, offset, bytes.length - offset);
    }

    /** The bytes of the string whose opening quote is at a byte; empty when there is an escape among them. */
    Optional<byte[]> plainString(int offset) {
        int end = offset + 1;
        while (bytes[end] != '"') {
            if (bytes[end] == '\\') {
                return Optional.empty();
            }
            end++;
        }
        return Optional.of(Arrays.copyOfRange(bytes, offset + 1, end));
    }
}
