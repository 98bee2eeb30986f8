package dev.rapt.classifier.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The seven expressions in FER2013's order, which is the order of every list of probabilities. */
public enum Expression {
    ANGRY,
    DISGUST,
    FEAR,
    HAPPY,
    SAD,
    SURPRISE,
    NEUTRAL;

    /** How many there are. */
    public static final int COUNT = 7;

    private static final List<String> WIRE_NAMES =
            Arrays.stream(values()).map(Expression::wireName).toList();

    /** The name in JSON, model cards and reports, e.g. {@code angry}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names in order. */
    public static List<String> wireNames() {
        return WIRE_NAMES;
    }

    /** The expression of that very name. */
    public static Optional<Expression> ofWireName(String name) {
        int at = WIRE_NAMES.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(values()[at]);
    }
}
