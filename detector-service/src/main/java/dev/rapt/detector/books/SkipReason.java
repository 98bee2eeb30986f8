package dev.rapt.detector.books;

/** Why a frame was left out on purpose. */
public enum SkipReason {
    /** A newer frame of the same participant came while this one was waiting. */
    SUPERSEDED("superseded"),
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
