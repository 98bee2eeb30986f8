package dev.rapt.aggregator.rest;

import dev.rapt.access.Caller;
import dev.rapt.access.Callers;
import dev.rapt.aggregator.Meters;
import dev.rapt.aggregator.audit.AuditConfig;
import dev.rapt.audit.Action;
import dev.rapt.audit.Claims;
import dev.rapt.audit.Deed;
import dev.rapt.audit.log.AuditLog;
import dev.rapt.contracts.Keys;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Terms;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Writes down what was asked and what is answered: whose it is, never what it says. Any thread may call it. */
@ApplicationScoped
class AuditDesk {

    private final AuditLog log;
    private final MeetingBook book;
    private final AuditConfig config;
    private final Meters meters;

    AuditDesk(AuditLog log, MeetingBook book, AuditConfig config, Meters meters) {
        this.meters = meters;
        this.log = log;
        this.book = book;
        this.config = config;
    }

    /**
     * What was done to whom.
     *
     * @param route method and path, with names in the place of ids
     * @param meetings as they were asked for; what can't be an id is left out
     * @param participants of the one meeting, as they were asked for; none: everybody
     * @param actor who, if the route knows by itself
     */
    record About(
            Action action, String route, List<String> meetings, List<String> participants, Optional<String> actor) {}

    /** Ends when the log has it; fails when it isn't known to. */
    CompletionStage<Void> write(About about, int status, RoutingContext request) {
        List<String> meetings =
                about.meetings().stream().filter(Keys::isId).distinct().toList();
        Deed deed = new Deed(
                about.actor().orElseGet(() -> actor(request)),
                Callers.of(request).isPresent() ? "" : claim(request, Claims.ACTOR),
                meetings.size() == 1 ? purpose(meetings.get(0)) : "",
                claim(request, Claims.PURPOSE),
                about.action().text(),
                meetings,
                meetings.size() == 1 ? subjects(meetings.get(0), about.participants()) : List.of(),
                about.route(),
                status);
        long before = System.nanoTime();
        return log.append(deed).whenComplete((written, failure) -> {
            if (failure == null) {
                meters.audited(Duration.ofNanos(System.nanoTime() - before));
            } else {
                meters.withheld();
            }
        });
    }

    /** What the caller is told whose entry isn't known to be in the log. */
    ProblemException unavailable() {
        return ProblemException.auditUnavailable(config.retryAfter());
    }

    private static String actor(RoutingContext request) {
        return Callers.of(request).map(Caller::name).orElse(Deed.UNAUTHENTICATED);
    }

    private String claim(RoutingContext request, String header) {
        String claim = request.request().getHeader(header);
        return claim == null ? "" : Claims.kept(claim, config.claimLength());
    }

    private String purpose(String meetingId) {
        return book.declared(meetingId)
                .map(Terms::purpose)
                .map(purpose -> purpose.text())
                .orElse("");
    }

    private List<String> subjects(String meetingId, List<String> participants) {
        List<String> digests = participants.stream()
                .filter(Keys::isId)
                .map(id -> ParticipantDigest.of(meetingId, kept(meetingId, id)))
                .distinct()
                .toList();
        return digests.size() > config.maxSubjects() ? List.of() : digests;
    }

    /** As the participant is kept, so that everything about one has one digest. */
    private String kept(String meetingId, String participantId) {
        return Pseudonyms.isPseudonym(participantId)
                ? participantId
                : book.pseudonyms(meetingId)
                        .map(pseudonyms -> pseudonyms.of(participantId))
                        .orElse(participantId);
    }
}
