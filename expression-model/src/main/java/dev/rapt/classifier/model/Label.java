package dev.rapt.classifier.model;

import java.util.Locale;

/** What is displayed of a face: one of the seven expressions, or {@code it-depends} when none is clearly ahead. */
public enum Label {
    ANGRY,
    DISGUST,
    FEAR,
    HAPPY,
    SAD,
    SURPRISE,
    NEUTRAL,
    IT_DEPENDS;

    /** The label that names an expression. */
    public static Label of(Expression expression) {
        return values()[expression.ordinal()];
    }

    /** The name in JSON, e.g. {@code happy} or {@code it-depends}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
