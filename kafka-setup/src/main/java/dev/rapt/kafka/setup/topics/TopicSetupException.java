package dev.rapt.kafka.setup.topics;

/** The topics can't be made or looked at; the message is a sentence for an operator. */
public final class TopicSetupException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    TopicSetupException(String message) {
        super(message);
    }
}
