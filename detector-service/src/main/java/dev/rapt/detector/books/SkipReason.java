package dev.rapt.detector.books;

/** Why a frame was left out on purpose. */
public enum SkipReason {
    /** A newer frame of the same participant came while this one was waiting. */
    SUPERSEDED("superseded"),
    /** A gallery without a layout that shows nobody, and nobody is missed there: it says nothing of any participant. */
    NOBODY("nobody"),
    /** It shows what a participant shares, and no participant. */
    SCREENSHARE("screenshare");

    private final String reason;

    SkipReason(String reason) {
        this.reason = reason;
    }

    /** The machine-readable reason, in kebab case. */
    public String reason() {
        return reason;
    }
}
