package dev.rapt.aggregator.rules;

import dev.rapt.aggregator.AggregatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until what was written shows, for as long as is configured. Blocks. */
@ApplicationScoped
public class Patience {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Duration patience;

    public Patience(AggregatorConfig config) {
        this.patience = config.writes().patience();
    }

    /** Whether it is so now, or begins to be in time. */
    public boolean shows(BooleanSupplier visible) {
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
