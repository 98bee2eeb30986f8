package dev.rapt.kafka.setup;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/**
 * Why Kafka can't be used, in a sentence for an operator that tells a broker who is away, which time mends, from one who
 * refuses, which a person must mend. The sentences have no secrets: Kafka names neither users nor passwords when it
 * refuses them.
 */
public final class KafkaTrouble {

    private KafkaTrouble() {}

    /** The sentence for what a client of Kafka threw. */
    public static String of(Throwable thrown) {
        return refusal(thrown)
                .orElseGet(() -> "Kafka can't be reached: "
                        + unwrapped(thrown).getClass().getSimpleName() + ".");
    }

    /** The sentence when Kafka, or this client, refused; empty when it may just be away. */
    public static Optional<String> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SaslAuthenticationException) {
                return Optional.of("Kafka refuses the credentials: " + sentence(cause.getMessage()));
            }
            if (cause instanceof SslAuthenticationException) {
                return Optional.of("There is no trusted connection to Kafka: " + sentence(innermost(cause)));
            }
            if (cause instanceof AuthorizationException) {
                return Optional.of("Kafka doesn't allow it: " + sentence(cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** Whether none of the brokers' names was known when a client was made; later they may be. */
    public static boolean isUnresolved(KafkaException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException && cause.getMessage().contains("No resolvable bootstrap urls")) {
                return true;
            }
        }
        return false;
    }

    static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause.getMessage()).orElseGet(cause.getClass()::getSimpleName);
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
