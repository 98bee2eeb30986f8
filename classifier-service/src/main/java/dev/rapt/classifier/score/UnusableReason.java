package dev.rapt.classifier.score;

import java.util.Locale;

/** Why a record is given up. */
public enum UnusableReason {
    /** It has no value. */
    EMPTY_RECORD,
    /** Its bytes are no event. */
    CORRUPT_RECORD,
    /** A meeting's or a participant's id is missing or malformed. */
    BAD_ID,
    /** It has no time of capture after the epoch. */
    BAD_CAPTURED_AT,
    /** It says neither that there is a face nor that there is none. */
    MISSING_FINDING,
    /** Its face has neither a crop nor the reason why there is none. */
    MISSING_CROP,
    /** Its crop isn't of the model's size. */
    CROP_SIZE,
    /** Its crop doesn't hold the pixels that it declares. */
    PIXEL_COUNT,
    /** A figure of its face is no number. */
    BAD_FIGURES,
    /** The network fails on its crop, alone too. */
    UNSCORABLE;

    /** The name in dead letters and counters, e.g. {@code crop-size}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
