package dev.rapt.detector.ingest;

/** The models aren't loaded; the message says why. */
public final class NotReadyException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message, null, false, false);
    }
}
