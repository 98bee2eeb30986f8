package dev.rapt.detector.books;

/** Why a good frame came to nothing. It may be sent again unchanged. */
public enum FailureReason {
    /** Kafka didn't acknowledge in time, or can't be reached. */
    KAFKA_UNAVAILABLE("kafka-unavailable", 503, "Kafka doesn't acknowledge"),
    /** The models aren't loaded yet, or the service is going down. */
    NOT_READY("not-ready", 503, "The detector isn't ready"),
    /** A fault of the detector. */
    INTERNAL_ERROR("internal-error", 500, "A fault of the detector");

    private final String reason;
    private final int status;
    private final String title;

    FailureReason(String reason, int status, String title) {
        this.reason = reason;
        this.status = status;
        this.title = title;
    }

    /** The machine-readable reason, in kebab case. */
    public String reason() {
        return reason;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** What is wrong, in a few words. */
    public String title() {
        return title;
    }
}
