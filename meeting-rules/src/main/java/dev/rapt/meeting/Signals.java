package dev.rapt.meeting;

import java.util.Arrays;
import java.util.Optional;

/** What may be measured of a meeting's participants. */
public enum Signals {
    /** Where a face is turned, whether it is there and whether its eyes are open. No crop of it leaves the detector. */
    ATTENTION("attention"),
    /** The visible expression too. */
    ATTENTION_AND_EXPRESSION("attention+expression");

    private final String text;

    Signals(String text) {
        this.text = text;
    }

    /** As the API names it. */
    public String text() {
        return text;
    }

    /** Whether expressions may be estimated. */
    public boolean expression() {
        return this == ATTENTION_AND_EXPRESSION;
    }

    /** The one that is named so. */
    public static Optional<Signals> of(String text) {
        return Arrays.stream(values())
                .filter(signals -> signals.text.equals(text))
                .findFirst();
    }
}
