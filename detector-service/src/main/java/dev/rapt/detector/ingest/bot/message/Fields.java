package dev.rapt.detector.ingest.bot.message;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What stood at the places of one object of a message. A field that isn't there or is null is empty; one of another type
 * than asked for is refused by name.
 */
public final class Fields {

    /** Stands for a value of a type that no place takes. */
    static final Object ODD = new Object();

    private static final Fields NONE = new Fields();
    private static final int MAX_DIGITS = 18;

    private final Map<String, Object> values = new HashMap<>();

    Fields() {}

    void put(String name, Object value) {
        values.put(name, value);
    }

    /** Whether there is an object. */
    public boolean hasObject(String name) {
        return values.get(name) instanceof Fields;
    }

    /** The object, or one without fields. */
    public Fields within(String name) throws MalformedException {
        return of(name, Fields.class, "an object").orElse(NONE);
    }

    /** The objects of a list. */
    public List<Fields> each(String name) throws MalformedException {
        return of(name, Elements.class, "a list of objects").map(Elements::all).orElse(List.of());
    }

    /** The text. */
    public Optional<String> text(String name) throws MalformedException {
        return of(name, String.class, "a text");
    }

    /** The text, or the number as text: ids are given either way. */
    public Optional<String> id(String name) throws MalformedException {
        if (values.get(name) instanceof Number number && number.isWhole()) {
            return Optional.of(number.literal());
        }
        return of(name, String.class, "a text or a whole number");
    }

    /** The number without its fraction. */
    public OptionalLong whole(String name) throws MalformedException {
        Optional<Number> number = of(name, Number.class, "a number");
        return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(floor(name, number.get()));
    }

    /** The number when it is a small one, such as the codes of types; otherwise one that stands for no type. */
    public int code(String name) throws MalformedException {
        long value = whole(name).orElse(-1);
        return value < 0 || value > 1_000_000 ? -1 : (int) value;
    }

    /** The picture, decoded now. */
    public Optional<byte[]> picture(String name) throws MalformedException {
        Optional<EncodedPicture> encoded = of(name, EncodedPicture.class, "a picture in base64");
        try {
            return encoded.isEmpty()
                    ? Optional.empty()
                    : Optional.of(encoded.get().decode());
        } catch (IOException e) {
            throw new MalformedException("bad-base64", "The field " + name + " isn't base64.");
        }
    }

    private static long floor(String name, Number number) throws MalformedException {
        if (number.isWhole() && number.literal().length() <= MAX_DIGITS) {
            return Long.parseLong(number.literal());
        }
        double value = Double.parseDouble(number.literal());
        // Beyond this a double isn't exact, and nothing that is asked for is as large
        if (!(Math.abs(value) < 1L << 53)) {
            throw wrong(name, "a smaller number");
        }
        return (long) Math.floor(value);
    }

    private <T> Optional<T> of(String name, Class<T> type, String what) throws MalformedException {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, what);
        }
        return Optional.ofNullable(type.cast(value));
    }

    private static MalformedException wrong(String name, String what) {
        return new MalformedException("bad-message", "The field " + name + " must be " + what + ".");
    }

    /** A number as it was written, so that nothing of it is lost. */
    record Number(String literal, boolean isWhole) {}

    /** A list's objects. */
    record Elements(List<Fields> all) {}
}
