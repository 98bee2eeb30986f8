package dev.rapt.aggregator.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A stretch of a meeting's time to report on: something that was shown or asked.
 *
 * @param id unique in the meeting, of the form of a meeting's id
 * @param title as people call it
 * @param start its first moment, by the same clock as the frames
 * @param end the moment after its last
 * @param labels free words
 */
public record Marker(String id, String title, Kind kind, Instant start, Instant end, List<String> labels) {

    /** What was shown or asked. */
    public enum Kind {
        ADVERT,
        PRODUCT,
        SLIDE,
        QUESTION,
        OTHER;

        /** As the API names it, such as {@code advert}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Marker {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        labels = List.copyOf(labels);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A marker ends after it starts");
        }
    }
}
