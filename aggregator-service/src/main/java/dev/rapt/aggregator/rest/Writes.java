package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.rules.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Waits for what was written: first for Kafka's acknowledgement, then until answers show it. Blocks. */
@ApplicationScoped
class Writes {

    private static final Logger LOG = Logger.getLogger(Writes.class);

    private final Patience patience;
    private final Duration retryAfter;

    Writes(AggregatorConfig config) {
        this.patience = new Patience(config);
        this.retryAfter = config.query().retryAfter();
    }

    /** Returns when Kafka has acknowledged it; ends the request with a 503 when Kafka doesn't. */
    void acknowledged(CompletionStage<Void> sent) {
        acknowledged(() -> sent.toCompletableFuture().join());
    }

    /** What came of writing something; ends the request with a 503 when Kafka doesn't acknowledge it. */
    <T> T acknowledged(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (CompletionException e) {
            LOG.debugf("Not acknowledged: %s", e.getCause());
            throw ProblemException.kafkaUnavailable(retryAfter);
        }
    }

    /** Whether this instance's answers show it now, or begin to within the patience that is configured. */
    boolean shows(BooleanSupplier visible) {
        return patience.shows(visible);
    }
}
