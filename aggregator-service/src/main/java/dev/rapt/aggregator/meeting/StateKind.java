package dev.rapt.aggregator.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a meeting besides its frames and its log, and holds until something else is said. */
public enum StateKind {
    /** What it is: {@link Declaration}. One a meeting. */
    DECLARED,
    /** That it has ended: {@link Ending}. One a meeting. */
    ENDED,
    /** Something that was shown or asked: {@link Marker}. Many a meeting, each with an id. */
    MARKER;

    /** As keys name it, such as {@code declared}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is named so. */
    public static Optional<StateKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
