package dev.rapt.classifier.model;

/** A model that can't be opened or run. The message says which and why, and never quotes a picture. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
