package dev.rapt.detector.health;

import dev.rapt.detector.meeting.MeetingStates;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once it is known which meetings are erased. */
@Readiness
final class StatesReady implements HealthCheck {

    private final MeetingStates states;

    StatesReady(MeetingStates states) {
        this.states = states;
    }

    @Override
    public HealthCheckResponse call() {
        return Checks.of("meeting-states", states.obstacle());
    }
}
