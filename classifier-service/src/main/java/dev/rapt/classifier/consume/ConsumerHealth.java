package dev.rapt.classifier.consume;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while crops are being scored as they come. */
@Readiness
@ApplicationScoped
class ConsumerHealth implements HealthCheck {

    private final CropConsumer consumer;

    ConsumerHealth(CropConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("crop consumer");
        return consumer.trouble()
                .map(reason -> response.down().withData("reason", reason).build())
                .orElseGet(() -> response.up().build());
    }
}
