package dev.rapt.detector.ingest.bot.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON text once, from front to back, and keeps only what stands at the given places, in whatever order. Of a
 * picture it keeps where it is. What it keeps is bounded, however the text is made.
 */
final class FieldsReader {

    static final int MAX_TEXT = 1_024;
    static final int MAX_ELEMENTS = 1_000;

    private final BotText message;

    FieldsReader(BotText message) {
        this.message = message;
    }

    /** Reads the whole text, which must be one object. */
    Fields read(Place.Within places) throws MalformedException {
        try (JsonParser in = message.open()) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedException("not-json", "A message is one JSON object.");
            }
            Fields fields = object(in, places);
            if (in.nextToken() != null) {
                throw new MalformedException("not-json", "Something follows after the message's JSON object.");
            }
            return fields;
        } catch (StreamConstraintsException e) {
            throw new MalformedException(
                    "not-json",
                    "The message's JSON is nested too deeply, or has a number, name or text that is too long.");
        } catch (IOException e) {
            // Jackson's own message would quote what was sent
            throw new MalformedException("not-json", "The message isn't JSON, or ends too early.");
        }
    }

    private Fields object(JsonParser in, Place.Within within) throws IOException, MalformedException {
        Fields fields = new Fields();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            Place place = within.places().get(name);
            JsonToken token = in.nextToken();
            if (place == null) {
                in.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                fields.put(name, value(in, place, token));
            }
        }
        return fields;
    }

    private Object value(JsonParser in, Place place, JsonToken token) throws IOException, MalformedException {
        if (place instanceof Place.Within within && token == JsonToken.START_OBJECT) {
            return object(in, within);
        }
        if (place instanceof Place.Each each && token == JsonToken.START_ARRAY) {
            return elements(in, each.element());
        }
        if (place instanceof Place.Picture && token == JsonToken.VALUE_STRING) {
            return new EncodedPicture(message, (int) in.currentTokenLocation().getByteOffset());
        }
        if (place instanceof Place.Value || place instanceof Place.Within) {
            return scalar(in, token);
        }
        in.skipChildren();
        return Fields.ODD;
    }

    private Fields.Elements elements(JsonParser in, Place.Within element) throws IOException, MalformedException {
        List<Fields> all = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new MalformedException("bad-message", "A list holds something else than objects.");
            }
            if (all.size() == MAX_ELEMENTS) {
                throw new MalformedException("bad-message", "A list has more than " + MAX_ELEMENTS + " elements.");
            }
            all.add(object(in, element));
        }
        return new Fields.Elements(all);
    }

    private static Object scalar(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> in.getTextLength() > MAX_TEXT ? Fields.ODD : in.getText();
            case VALUE_NUMBER_INT -> new Fields.Number(in.getText(), true);
            case VALUE_NUMBER_FLOAT -> new Fields.Number(in.getText(), false);
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            default -> {
                in.skipChildren();
                yield Fields.ODD;
            }
        };
    }
}
