package dev.rapt.detector.health;

import dev.rapt.detector.boot.Vision;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once the models are loaded and have done an inference. */
@Readiness
final class ModelsReady implements HealthCheck {

    private final Vision vision;

    ModelsReady(Vision vision) {
        this.vision = vision;
    }

    @Override
    public HealthCheckResponse call() {
        return Checks.of("models", vision.obstacle());
    }
}
