package dev.rapt.aggregator.rules;

import dev.rapt.aggregator.Meters;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.follow.StateFollower;
import dev.rapt.meeting.policy.Policy;
import dev.rapt.meeting.policy.PolicyFile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Keeps the book of all meetings' rules: on every instance, whichever meetings it counts. */
@Singleton
class BookKeeper {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private Optional<StateFollower> follower = Optional.empty();

    @Produces
    @Singleton
    Policy policy(MeetingsConfig config) {
        return config.policy().map(PolicyFile::read).orElseGet(PolicyFile::shipped);
    }

    @Produces
    @Singleton
    MeetingBook book(Policy policy) {
        return new MeetingBook(policy, Optional.empty());
    }

    void start(
            @Observes StartupEvent event,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeetingBook book,
            Meters meters) {
        StateFollower opened = new StateFollower(kafka, "rapt-aggregator-rules", RETRY, book);
        opened.open();
        meters.kafka(opened::connections);
        follower = Optional.of(opened);
    }

    void stop(@Observes ShutdownEvent event) {
        follower.ifPresent(StateFollower::close);
    }
}
