package dev.rapt.departure;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down as soon as the service is told to go. */
@Readiness
final class DepartureReadiness implements HealthCheck {

    private final DepartureSignal signal;

    DepartureReadiness(DepartureSignal signal) {
        this.signal = signal;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("departure")
                .status(!signal.isUnderway())
                .build();
    }
}
