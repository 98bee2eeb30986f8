package dev.rapt.aggregator.timeline;

import java.util.Locale;

/** What is displayed for one frame: the expression that was clearly ahead, or that it depends. */
public enum Label {
    ANGRY,
    DISGUST,
    FEAR,
    HAPPY,
    SAD,
    SURPRISE,
    NEUTRAL,
    IT_DEPENDS;

    /** The label as answers spell it, such as {@code it-depends}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
