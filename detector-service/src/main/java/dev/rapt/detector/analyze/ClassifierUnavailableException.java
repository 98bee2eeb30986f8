package dev.rapt.detector.analyze;

/** The classifier can't be reached or gives no usable answer; the message says what is known. */
public final class ClassifierUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public ClassifierUnavailableException(String message) {
        super(message, null, false, false);
    }
}
