package dev.rapt.display;

import java.util.Locale;

/** What is displayed of a face: one of the seven expressions, or that it depends. */
public enum DisplayedLabel {
    ANGRY,
    DISGUST,
    FEAR,
    HAPPY,
    SAD,
    SURPRISE,
    NEUTRAL,
    IT_DEPENDS;

    /** How many expressions there are; they come first, in the order of every list of probabilities. */
    public static final int EXPRESSIONS = 7;

    private static final DisplayedLabel[] ALL = values();

    /** The label of the expression with this index, 0 to 6. */
    static DisplayedLabel of(int expression) {
        return ALL[expression];
    }

    /** The name in JSON, such as {@code happy} or {@code it-depends}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
