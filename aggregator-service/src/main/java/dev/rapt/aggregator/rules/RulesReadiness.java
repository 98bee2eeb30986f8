package dev.rapt.aggregator.rules;

import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once it was read who of which meeting may be shown. */
@Readiness
@ApplicationScoped
class RulesReadiness implements HealthCheck {

    private final MeetingBook book;

    RulesReadiness(MeetingBook book) {
        this.book = book;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> obstacle = book.obstacle();
        return HealthCheckResponse.named("rules")
                .status(obstacle.isEmpty())
                .withData("detail", obstacle.orElse("Read"))
                .build();
    }
}
