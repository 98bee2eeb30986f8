package dev.rapt.aggregator.timeline;

/**
 * Where what stands in a step of a timeline, as exact integers side by side. All but the two that say what was displayed
 * last add up: over time to longer steps, over people to groups.
 */
final class Columns {

    /** What the frames come to: {@link Sums}, in their order. */
    static final int TALLY = 0;

    static final int MEASURED = TALLY + Sums.SIZE;
    static final int AWAY = MEASURED + 1;
    static final int FACING = AWAY + 1;
    static final int NOT_FACING = FACING + 1;
    static final int EYES_KNOWN = NOT_FACING + 1;
    static final int EYES_CLOSED = EYES_KNOWN + 1;
    /** Seconds in which each label was displayed. */
    static final int DISPLAYED = EYES_CLOSED + 1;
    /** Seconds with probabilities, and the sums of the corrected ones in billionths. */
    static final int TUNED_SECONDS = DISPLAYED + Label.values().length;

    static final int TUNED = TUNED_SECONDS + 1;
    /** The label that was displayed last, its ordinal and one; 0 when none was. */
    static final int LAST_LABEL = TUNED + Expression.values().length;
    /** Whether the person was displayed as facing, last: 1 not, 2 facing, 0 when neither. */
    static final int LAST_FACING = LAST_LABEL + 1;
    /** So many are kept of a step; those that follow are known only when a question is asked. */
    static final int KEPT = LAST_FACING + 1;

    /** Seconds of the step in all, those of people who weren't there yet or any more left out. */
    static final int SECONDS = KEPT;
    /** People with a measured or an away second. */
    static final int PEOPLE = SECONDS + 1;
    /** Milliseconds in which the person spoke, and of which it is known whether. */
    static final int SPOKEN = PEOPLE + 1;

    static final int SPEECH_KNOWN = SPOKEN + 1;
    static final int SIZE = SPEECH_KNOWN + 1;

    private Columns() {}

    /** Whether a column says something of expressions; how many frames have one is no expression. */
    static boolean isExpression(int column) {
        return column == TALLY + Sums.SCORED_SECONDS
                || column >= TALLY + Sums.LABELS && column < TALLY + Sums.EXPRESSIONS_END
                || column >= DISPLAYED && column <= LAST_LABEL;
    }

    /** Whether the values of a column add up; else the later one that isn't 0 stands. */
    static boolean adds(int column) {
        return column != LAST_LABEL && column != LAST_FACING;
    }
}
