package dev.rapt.detector.ingest.bot.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;

/**
 * The JSON text of one message, as a text or as its bytes in UTF-8; not copied. It comes from strangers, so nesting and the
 * lengths of numbers and names are bounded. Any thread may call anything.
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

    private final String text;
    private final byte[] bytes;

    private BotText(String text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /** A text. */
    public static BotText of(String text) {
        return new BotText(Objects.requireNonNull(text), null);
    }

    /** A text's bytes in UTF-8. */
    public static BotText of(byte[] bytes) {
        return new BotText(null, Objects.requireNonNull(bytes));
    }

    /** What stands at these places. */
    public Fields read(Place.Within places) throws MalformedException {
        return new FieldsReader(this).read(places);
    }

    /** A parser of the whole. */
    public JsonParser open() throws IOException {
        return openAt(0);
    }

    /** A parser of what begins at a character, or at a byte when it is bytes. */
    JsonParser openAt(long offset) throws IOException {
        if (text == null) {
            return JSON.createParser(bytes, (int) offset, bytes.length - (int) offset);
        }
        StringReader reader = new StringReader(text);
        reader.skip(offset);
        return JSON.createParser(reader);
    }

    /** Where the parser's token begins, for {@link #openAt}. */
    long offset(JsonParser parser) {
        return text == null
                ? parser.currentTokenLocation().getByteOffset()
                : parser.currentTokenLocation().getCharOffset();
    }
}
