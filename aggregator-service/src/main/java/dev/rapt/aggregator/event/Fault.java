package dev.rapt.aggregator.event;

import java.util.Locale;

/** Why a record of the scores can't be counted. */
public enum Fault {
    /** The bytes aren't a score. */
    NOT_A_SCORE,
    /** The ids of the meeting or the participant don't fit. */
    BAD_ID,
    /** The record's key isn't the meeting's id, so that it stands in the wrong partition. */
    WRONG_KEY,
    /** The moment of capture isn't one. */
    BAD_CAPTURED_AT,
    /** Neither a face nor a reason. */
    NO_FINDING,
    /** Not seven probabilities that sum to one. */
    BAD_PROBABILITIES,
    /** A figure that isn't a number of zero or more. */
    BAD_FIGURES,
    /** A pose with an angle beyond half a turn, or none at all. */
    BAD_POSE,
    /** A trait of quality that isn't a number of zero or more. */
    BAD_QUALITY,
    /** A label that isn't known. */
    BAD_LABEL;

    /** As dead letters and counters name it, such as {@code not-a-score}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
