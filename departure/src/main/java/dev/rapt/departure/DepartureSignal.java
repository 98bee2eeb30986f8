package dev.rapt.departure;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import sun.misc.Signal;

/**
 * Waits for SIGTERM. The platform's own way to stop closes the service's doors before anybody is told, so what is in hand
 * would go unanswered; hence the signal is taken here, and the platform is asked to stop once everything has its answer.
 */
@Singleton
final class DepartureSignal {

    private final Departure departure;

    DepartureSignal(DepartureConfig config, @All List<Farewell> farewells) {
        this.departure = new Departure(config.announce(), config.patience(), farewells, () -> Quarkus.asyncExit(0));
    }

    /** Whether the service is on its way out. */
    boolean isUnderway() {
        return departure.isUnderway();
    }

    void await(@Observes StartupEvent event) {
        // Tests start services within their own process, whose signals aren't the service's
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Signal.handle(new Signal("TERM"), signal -> new Thread(departure::go, "departure").start());
        }
    }
}
