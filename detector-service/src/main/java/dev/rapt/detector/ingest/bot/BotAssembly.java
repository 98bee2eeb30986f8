package dev.rapt.detector.ingest.bot;

import dev.rapt.audit.Action;
import dev.rapt.audit.Deed;
import dev.rapt.audit.log.AuditLog;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.bot.attendee.AttendeeProtocol;
import dev.rapt.detector.ingest.bot.recall.RecallProtocol;
import dev.rapt.detector.ingest.bot.zoom.ZoomRtmsProtocol;
import dev.rapt.detector.meeting.MeetingLog;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.meters.Meters;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the bots' part of the detector together. */
final class BotAssembly {

    @Produces
    @Singleton
    Bots bots() {
        return new Bots(List.of(new AttendeeProtocol(), new RecallProtocol(), new ZoomRtmsProtocol()));
    }

    @Produces
    @Singleton
    RejoinLinks links(DetectorConfig config) {
        return new RejoinLinks(config.bots().linkByName(), config.memory().participants());
    }

    void start(@Observes StartupEvent event, MeetingStates states, RejoinLinks links) {
        states.onNarrowing(meetingId -> links.forget(
                meetingId,
                key -> states.pseudonymous(meetingId)
                        || states.standing(key, Long.MAX_VALUE).isPresent()));
    }

    @Produces
    @Singleton
    OrderedLog orderedLog(MeetingLog log, DetectorConfig config) {
        return new OrderedLog(log, config.bots().maxWaitingEvents());
    }

    void close(@Disposes OrderedLog log) {
        log.close();
    }

    @Produces
    @Singleton
    EventDesk events(FrameRules rules, OrderedLog log, RejoinLinks links) {
        return new EventDesk(rules, log::publish, links);
    }

    @Produces
    @Singleton
    BotDesk desk(
            DetectorConfig config,
            FrameDesk frames,
            FrameRules rules,
            EventDesk events,
            MeetingStates states,
            AuditLog audit,
            RejoinLinks links,
            Meters meters) {
        Erasures erasures = new Erasures(
                (meetingId, reason) -> states.erase(meetingId, reason)
                        .thenCompose(erased ->
                                audit.append(Deed.ofService(Action.ERASE_MEETING, List.of(meetingId), reason))),
                config.bots().eraseRetry());
        return new BotDesk(frames, rules, events, erasures, links, meters);
    }
}
