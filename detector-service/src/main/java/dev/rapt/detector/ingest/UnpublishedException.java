package dev.rapt.detector.ingest;

/** A record that Kafka hasn't acknowledged; the message says what is known, without a byte of the record. */
public final class UnpublishedException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnpublishedException(String message) {
        super(message, null, false, false);
    }
}
