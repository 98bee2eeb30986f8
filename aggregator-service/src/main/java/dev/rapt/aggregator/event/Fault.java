package dev.rapt.aggregator.event;

import java.util.Locale;

/** Why a record can't be counted or kept. */
public enum Fault {
    /** The bytes aren't a score. */
    NOT_A_SCORE,
    /** The bytes aren't an event of a meeting. */
    NOT_AN_EVENT,
    /** The bytes aren't a state of a meeting. */
    NOT_A_STATE,
    /** A state that contradicts itself, such as a marker that ends before it starts. */
    BAD_STATE,
    /** An event that says nothing that is known here. */
    NO_HAPPENING,
    /** The moment of an event isn't one. */
    BAD_MOMENT,
    /** The source of an event isn't a name in kebab case. */
    BAD_SOURCE,
    /** A name that is far too long. */
    BAD_NAME,
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
