package dev.rapt.classifier.consume;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the consumer's thread is. What it depends on doesn't matter here: a restart wouldn't bring Kafka back. */
@Liveness
@ApplicationScoped
class ConsumerThreadHealth implements HealthCheck {

    private final CropConsumer consumer;

    ConsumerThreadHealth(CropConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("crop consumer thread")
                .status(consumer.isAlive())
                .build();
    }
}
