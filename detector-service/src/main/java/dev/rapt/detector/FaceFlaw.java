package dev.rapt.detector;

import java.util.Optional;

/** Why the expression of a face that was found can't be seen. */
public enum FaceFlaw {
    /** Its eyes are too close to each other in the picture. */
    TOO_SMALL("too-small", AbsenceReason.FACE_TOO_SMALL),
    /** It has too little detail. */
    BLURRED("blurred", AbsenceReason.BLURRED),
    /** It is too dark. */
    DARK("dark", AbsenceReason.DARK),
    /** It is turned so far that too little of it shows; where it is turned is still known. */
    TURNED("turned", null);

    private final String reason;
    private final AbsenceReason absence;

    FaceFlaw(String reason, AbsenceReason absence) {
        this.reason = reason;
        this.absence = absence;
    }

    /** The machine-readable reason, in kebab case. */
    public String reason() {
        return reason;
    }

    /** Why nothing is known of a participant with such a face; empty when all but the expression is. */
    public Optional<AbsenceReason> absence() {
        return Optional.ofNullable(absence);
    }
}
