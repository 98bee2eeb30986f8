package dev.rapt.detector.health;

import dev.rapt.detector.publish.KafkaLink;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Up once Kafka and the topic were seen. It stays up through later outages, which are answered frame by frame: taking
 * every replica out of service would only hide the reason from the senders.
 */
@Readiness
final class KafkaReady implements HealthCheck {

    private final KafkaLink link;

    KafkaReady(KafkaLink link) {
        this.link = link;
    }

    @Override
    public HealthCheckResponse call() {
        return Checks.of("kafka", link.obstacle());
    }
}
