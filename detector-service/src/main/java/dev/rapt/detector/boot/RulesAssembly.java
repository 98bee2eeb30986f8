package dev.rapt.detector.boot;

import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.config.MeetingsConfig;
import dev.rapt.detector.consume.StateFeed;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.gallery.GalleryDesk;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.publish.KafkaLink;
import dev.rapt.detector.publish.StatePublisher;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import dev.rapt.meeting.follow.StateFollower;
import dev.rapt.meeting.policy.Policy;
import dev.rapt.meeting.policy.PolicyFile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Puts together what is known of the rules of meetings, and who is told when they change. */
final class RulesAssembly {

    private static final Logger LOG = Logger.getLogger(RulesAssembly.class);

    @Produces
    @Singleton
    MeetingBook book(MeetingsConfig meetings, DetectorConfig config) {
        Policy policy = meetings.policy().map(PolicyFile::read).orElseGet(PolicyFile::shipped);
        return new MeetingBook(policy, undeclared(config.undeclared()));
    }

    @Produces
    @Singleton
    MeetingStates states(KafkaLink link, MeetingBook book) {
        return new MeetingStates(new StatePublisher(link, Clock.systemUTC()), book);
    }

    @Produces
    @Singleton
    StateFollower follower(KafkaConnection kafka, DetectorConfig config, MeetingBook book, MeetingStates states) {
        return new StateFollower(
                kafka.properties(), "rapt-detector-states", config.kafka().retry(), new StateFeed(book, states));
    }

    void start(
            @Observes StartupEvent event,
            DetectorConfig config,
            MeetingStates states,
            FrameDesk desk,
            GalleryDesk galleries) {
        states.onNarrowing(desk::narrowed);
        states.onNarrowing(galleries::narrowed);
        undeclared(config.undeclared())
                .ifPresent(terms -> LOG.warnf(
                        "Meetings that nobody has declared are measured (signals=%s, consent=%s):"
                                + " rapt.detector.undeclared.accept is on",
                        terms.signals().text(), terms.consent().text()));
    }

    static Optional<Terms> undeclared(DetectorConfig.Undeclared config) {
        if (!config.accept()) {
            return Optional.empty();
        }
        Signals signals = Signals.of(config.signals())
                .orElseThrow(() -> bad("signals", config.signals(), "attention or attention+expression"));
        ConsentRule consent = ConsentRule.of(config.consent())
                .orElseThrow(() -> bad("consent", config.consent(), "assumed or explicit"));
        return Optional.of(new Terms(Purpose.PERSONAL, "", signals, consent, View.INDIVIDUAL, false, ""));
    }

    private static IllegalStateException bad(String setting, String value, String choices) {
        return new IllegalStateException(
                "rapt.detector.undeclared." + setting + " is " + value + "; it must be " + choices + ".");
    }
}
