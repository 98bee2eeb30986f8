package dev.rapt.aggregator.topology;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless the streams have failed. Waiting for Kafka or its topics is no reason to be restarted. */
@Liveness
@ApplicationScoped
class StreamsLiveness implements HealthCheck {

    private final TimelineStreams streams;

    StreamsLiveness(TimelineStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("streams")
                .status(streams.state().phase() != StreamsState.Phase.FAILED)
                .build();
    }
}
