package dev.rapt.aggregator.rules;

import dev.rapt.aggregator.Meters;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.follow.StateFollower;
import dev.rapt.meeting.policy.Policy;
import dev.rapt.meeting.policy.PolicyFile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
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

    void start(@Observes StartupEvent event, KafkaConnection kafka, MeetingBook book, Meters meters) {
        StateFollower opened = new StateFollower(kafka.properties(), "rapt-aggregator-rules", RETRY, book);
        opened.open();
        meters.kafka(opened::connections);
        follower = Optional.of(opened);
    }

    void stop(@Observes ShutdownEvent event) {
        follower.ifPresent(StateFollower::close);
    }
}
