package dev.rapt.detector.health;

import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** A check's answer from what stands in its way. */
final class Checks {

    private Checks() {}

    static HealthCheckResponse of(String name, Optional<String> obstacle) {
        return obstacle.map(reason -> HealthCheckResponse.named(name)
                        .down()
                        .withData("reason", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(name));
    }
}
