package dev.rapt.detector.live.http;

import dev.rapt.contracts.Keys;
import dev.rapt.detector.live.LiveAccess;
import dev.rapt.detector.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Why nobody sees anything, in answers. */
final class LiveProblems {

    private LiveProblems() {}

    static Response refused(LiveAccess.Verdict verdict) {
        return switch (verdict) {
            case OFF ->
                problem(
                        "live-is-off",
                        404,
                        "There is no live picture",
                        "Live pictures are off. The detector's operator switches them on with"
                                + " rapt.detector.live.enabled=true and a secret in RAPT_DETECTOR_LIVE_TOKEN.");
            case NOBODY_MAY ->
                problem(
                        "live-without-token",
                        404,
                        "Nobody may see the live picture",
                        "Live pictures are switched on without a token, so they are shown to nobody. The detector's"
                                + " operator sets a secret in RAPT_DETECTOR_LIVE_TOKEN.");
            case UNKNOWN_VIEWER ->
                Response.fromResponse(problem(
                                "token-missing",
                                401,
                                "Who looks must say so",
                                "Send the header Authorization: Bearer and the token for live pictures."))
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"rapt-live\"")
                        .build();
            case WRONG_TOKEN ->
                problem("token-wrong", 403, "Not with this token", "The token isn't the one for live pictures.");
            case ALLOWED -> throw new IllegalArgumentException("that is no refusal");
        };
    }

    static Response badId() {
        return problem("bad-id", 400, "Not an id", "The meeting's id must match " + Keys.ID_FORM + ".");
    }

    static Response groupView() {
        return problem(
                "group-view",
                403,
                "Nobody is shown alone",
                "This meeting is declared for the group view: no picture of its participants is kept or shown.");
    }

    static Response notHere(String meetingId) {
        return problem(
                "meeting-not-here",
                421,
                "This replica has no picture of the meeting",
                "No picture of " + meetingId + " came to this replica in the last seconds. Another one may have it;"
                        + " or nobody sends pictures of it.");
    }

    static Response full(int maxViewers) {
        return problem(
                "too-many-viewers",
                429,
                "Too many look at once",
                "At most " + maxViewers + " may look at once; try again when somebody has left.");
    }

    static Response auditUnavailable(Duration retryAfter) {
        return Response.fromResponse(problem(
                        "audit-unavailable",
                        503,
                        "The audit log can't be written",
                        "The audit log hasn't acknowledged that somebody looks, so nothing is shown; ask again."))
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    private static Response problem(String reason, int status, String title, String detail) {
        return Problem.of(reason, status, title, detail).toResponse();
    }
}
