package dev.rapt.classifier.publish;

/** Kafka didn't acknowledge a batch: some of its results may be there, none may be counted on. */
public final class PublishException extends Exception {

    private static final long serialVersionUID = 1;

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
