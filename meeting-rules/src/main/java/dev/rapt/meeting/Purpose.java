package dev.rapt.meeting;

import java.util.Optional;

/** What a meeting is measured for. */
public enum Purpose {
    WORKPLACE,
    EDUCATION,
    HEALTHCARE,
    MARKET_RESEARCH,
    GAMING,
    RESEARCH,
    PERSONAL,
    /** To keep people from harm, such as watching whether who drives falls asleep. */
    SAFETY;

    /** As the API names it. */
    public String text() {
        return Words.of(this);
    }

    /** The one that is named so. */
    public static Optional<Purpose> of(String text) {
        return Words.find(Purpose.class, text);
    }
}
