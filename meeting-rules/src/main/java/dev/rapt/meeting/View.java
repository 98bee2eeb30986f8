package dev.rapt.meeting;

import java.util.Optional;

/** Whose figures may be read. */
public enum View {
    /** Each participant's. */
    INDIVIDUAL,
    /** Those of enough people together only. */
    GROUP;

    /** As the API names it. */
    public String text() {
        return Words.of(this);
    }

    /** The one that is named so. */
    public static Optional<View> of(String text) {
        return Words.find(View.class, text);
    }
}
