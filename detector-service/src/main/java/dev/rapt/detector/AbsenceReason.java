package dev.rapt.detector;

/** Why a readable frame has no face to be measured. Only {@link #NO_FACE} says that the picture was usable. */
public enum AbsenceReason {
    /** The picture is usable and shows no face. */
    NO_FACE("no-face"),
    /** There are faces, all too small to be measured. */
    FACE_TOO_SMALL("face-too-small"),
    /** The participant's face shows too little detail for an expression to be seen in it. */
    BLURRED("blurred"),
    /**
     * The participant's face is too dark, or there is none and the picture is too dark to say so: a dark room or a
     * camera that is off.
     */
    DARK("dark");

    private final String reason;

    AbsenceReason(String reason) {
        this.reason = reason;
    }

    /** The machine-readable reason, in kebab case. */
    public String reason() {
        return reason;
    }
}
