package dev.rapt.detector.ingest.bot.message;

import java.util.Map;

/** What is looked for at one place of a JSON text. Whatever stands at no place is passed over and never kept. */
public sealed interface Place {

    /** An object with further places in it; a text, number or truth in its stead is kept as a value. */
    record Within(Map<String, Place> places) implements Place {
        public Within {
            places = Map.copyOf(places);
        }
    }

    /** A text, a number or a truth. */
    record Value() implements Place {}

    /** A picture in base64. */
    record Picture() implements Place {}

    /** A list of objects. */
    record Each(Within element) implements Place {}

    /** A text, a number or a truth. */
    static Place value() {
        return new Value();
    }

    /** A picture in base64. */
    static Place picture() {
        return new Picture();
    }

    /** A list of objects with these places. */
    static Place each(Map<String, Place> places) {
        return new Each(new Within(places));
    }

    /** An object with these places. */
    static Within within(Map<String, Place> places) {
        return new Within(places);
    }
}
