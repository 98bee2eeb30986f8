package dev.rapt.detector.ingest.bot.message;

/** A message that can't be read; says why, and never quotes what was sent. It carries no stack trace. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason for programs, in kebab case
     * @param detail for people, in a sentence
     */
    public MalformedException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Something without which a message of its type says nothing. */
    public static MalformedException missing(String field) {
        return new MalformedException("bad-message", "The field " + field + " is missing.");
    }

    /** The machine-readable reason, in kebab case. */
    public String reason() {
        return reason;
    }
}
