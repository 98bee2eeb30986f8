package dev.rapt.kafka.setup;

/** What is set for Kafka can't be used; the message is a sentence for whoever set it, and has no secret in it. */
public final class KafkaSetupException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    KafkaSetupException(String message) {
        super(message);
    }
}
