package dev.rapt.detector.live.http;

import dev.rapt.access.Caller;
import dev.rapt.audit.Action;
import dev.rapt.audit.Claims;
import dev.rapt.audit.Deed;
import dev.rapt.audit.log.AuditLog;
import dev.rapt.contracts.Keys;
import dev.rapt.detector.config.AuditConfig;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Terms;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Writes down who looks at a meeting, before they see it. */
@Singleton
final class LiveAudit {

    /** Whoever has the secret for live pictures. */
    private static final String TOKEN = "live-token";

    private final AuditLog log;
    private final MeetingBook book;
    private final AuditConfig config;

    LiveAudit(AuditLog log, MeetingBook book, AuditConfig config) {
        this.log = log;
        this.book = book;
        this.config = config;
    }

    /**
     * The answer when the audit log has it, and a 503 when it isn't known to.
     *
     * @param allowed whether the caller had the token
     * @param route method and path, with names in the place of ids
     * @param caller whoever the gate knows; what is claimed besides counts only when it knows nobody
     */
    CompletionStage<Response> held(
            Response answer,
            String meetingId,
            boolean allowed,
            String route,
            HttpHeaders headers,
            Optional<Caller> caller) {
        Deed deed = new Deed(
                caller.map(Caller::name).orElse(allowed ? TOKEN : Deed.UNAUTHENTICATED),
                caller.isPresent() ? "" : claim(headers, Claims.ACTOR),
                book.declared(meetingId)
                        .map(Terms::purpose)
                        .map(purpose -> purpose.text())
                        .orElse(""),
                claim(headers, Claims.PURPOSE),
                Action.LOOK.text(),
                Keys.isId(meetingId) ? List.of(meetingId) : List.of(),
                List.of(),
                route,
                answer.getStatus());
        return log.append(deed)
                .handle((written, failure) ->
                        failure == null ? answer : LiveProblems.auditUnavailable(config.retryAfter()));
    }

    private String claim(HttpHeaders headers, String name) {
        String claim = headers.getHeaderString(name);
        return claim == null ? "" : Claims.kept(claim, config.claimLength());
    }
}
