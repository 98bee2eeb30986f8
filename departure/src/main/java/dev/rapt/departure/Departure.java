package dev.rapt.departure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The way out: first the word that the service isn't ready any more, then its farewells one after another, while all its
 * doors are still open, then the end. Happens once, whoever asks for it and however often.
 */
final class Departure {

    private static final Logger LOG = Logger.getLogger(Departure.class);

    private final Duration announce;
    private final Duration patience;
    private final List<Farewell> farewells;
    private final Runnable end;
    private final AtomicBoolean underway = new AtomicBoolean();

    /** @param end ends the process */
    Departure(Duration announce, Duration patience, List<Farewell> farewells, Runnable end) {
        this.announce = announce;
        this.patience = patience;
        this.farewells = List.copyOf(farewells);
        this.end = end;
    }

    /** Whether the service is on its way out. */
    boolean isUnderway() {
        return underway.get();
    }

    /** Goes, on the calling thread; returns at once when that is underway already. */
    void go() {
        if (!underway.compareAndSet(false, true)) {
            return;
        }
        LOG.info("Going: not ready any more");
        try {
            Thread.sleep(announce.toMillis());
            long deadline = System.nanoTime() + patience.toNanos();
            for (Farewell farewell : farewells) {
                leave(farewell, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end.run();
        }
    }

    // One that fails must not keep the others from what they have in hand
    private static void leave(Farewell farewell, Duration atMost) throws InterruptedException {
        try {
            farewell.leave(atMost);
        } catch (RuntimeException e) {
            LOG.error("A part of the service could not take its leave", e);
        }
    }
}
