package dev.rapt.meeting;

import java.util.Optional;

/** What holds for a participant of whom nothing is said. */
public enum ConsentRule {
    /** No. */
    EXPLICIT,
    /** Yes. */
    ASSUMED;

    /** As the API names it. */
    public String text() {
        return Words.of(this);
    }

    /** The one that is named so. */
    public static Optional<ConsentRule> of(String text) {
        return Words.find(ConsentRule.class, text);
    }
}
