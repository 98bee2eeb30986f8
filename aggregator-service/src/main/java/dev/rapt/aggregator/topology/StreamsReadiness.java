package dev.rapt.aggregator.topology;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the streams run or rebalance; a store that isn't there yet is a 503 of that answer, not of the service. */
@Readiness
@ApplicationScoped
class StreamsReadiness implements HealthCheck {

    private final TimelineStreams streams;

    StreamsReadiness(TimelineStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        StreamsState state = streams.state();
        return HealthCheckResponse.named("streams")
                .status(state.phase() == StreamsState.Phase.RUNNING)
                .withData("phase", state.phase().name())
                .withData("detail", state.detail())
                .build();
    }
}
