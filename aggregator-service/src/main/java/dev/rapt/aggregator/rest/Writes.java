package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Waits for what was written: first for Kafka's acknowledgement, then until answers show it. Blocks. */
@ApplicationScoped
class Writes {

    private static final Logger LOG = Logger.getLogger(Writes.class);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Duration patience;
    private final Duration retryAfter;

    Writes(AggregatorConfig config) {
        this.patience = config.writes().patience();
        this.retryAfter = config.query().retryAfter();
    }

    /** Returns when Kafka has acknowledged it; ends the request with a 503 when Kafka doesn't. */
    void acknowledged(CompletionStage<Void> sent) {
        try {
            sent.toCompletableFuture().join();
        } catch (CompletionException e) {
            LOG.debugf("Not acknowledged: %s", e.getCause());
            throw ProblemException.kafkaUnavailable(retryAfter);
        }
    }

    /** Whether this instance's answers show it now, or begin to within the patience that is configured. */
    boolean shows(BooleanSupplier visible) {
        long end = System.nanoTime() + patience.toNanos();
        while (!visible.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
