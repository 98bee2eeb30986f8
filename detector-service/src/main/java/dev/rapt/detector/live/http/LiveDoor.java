package dev.rapt.detector.live.http;

import dev.rapt.contracts.Keys;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.live.LiveAccess;
import dev.rapt.detector.live.Look;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Who gets to see a meeting, and the answers for those who don't. */
@Singleton
final class LiveDoor {

    static final String NO_STORE = "no-store";

    private final LiveAccess access;
    private final MeetingGate gate;

    LiveDoor(LiveAccess access, MeetingGate gate) {
        this.access = access;
        this.gate = gate;
    }

    /** Why this caller doesn't get to see this meeting, as far as that is known before looking. */
    Optional<Response> refusal(String meetingId, String authorization) {
        LiveAccess.Verdict verdict = access.judge(Optional.ofNullable(authorization));
        if (verdict != LiveAccess.Verdict.ALLOWED) {
            return Optional.of(LiveProblems.refused(verdict));
        }
        if (!Keys.isId(meetingId)) {
            return Optional.of(LiveProblems.badId());
        }
        return gate.showsPeople(meetingId) ? Optional.empty() : Optional.of(LiveProblems.groupView());
    }

    static Response answer(Look look, String meetingId) {
        if (look instanceof Look.Picture picture) {
            return Response.ok(picture.jpeg())
                    .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .build();
        }
        if (look instanceof Look.Full full) {
            return LiveProblems.full(full.maxViewers());
        }
        return LiveProblems.notHere(meetingId);
    }
}
