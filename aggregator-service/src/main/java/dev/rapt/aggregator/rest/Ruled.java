package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.rules.KeptIds;
import dev.rapt.aggregator.rules.MeetingLocks;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the rules of a meeting say, or the problem it is. */
@ApplicationScoped
class Ruled {

    private final MeetingBook book;
    private final KeptIds ids;
    private final MeetingLocks locks;
    private final Duration retryAfter;

    Ruled(MeetingBook book, KeptIds ids, MeetingLocks locks, AggregatorConfig config) {
        this.book = book;
        this.ids = ids;
        this.locks = locks;
        this.retryAfter = config.query().retryAfter();
    }

    /** The book of all meetings' rules, once it is read; else a 503. */
    MeetingBook book() {
        book.obstacle().ifPresent(why -> {
            throw ProblemException.unavailable("rules-not-ready", why, retryAfter);
        });
        return book;
    }

    /** What was declared of a meeting, as far as the policy allows it; else a 409. */
    Terms declared(String meetingId) {
        return book().declared(meetingId)
                .orElseThrow(() -> ProblemException.conflict(
                        "meeting-undeclared",
                        "Nobody has said what this meeting is measured for: PUT /v1/meetings/" + meetingId
                                + " with purpose and region"));
    }

    /** What a participant goes by; a 410 when the key that makes pseudonyms is deleted. */
    String kept(String meetingId, String participantId) {
        book();
        return ids.of(meetingId, participantId).orElseThrow(Ruled::keyDeleted);
    }

    /** Nothing else is said of the meeting meanwhile; else a 503. */
    MeetingLocks.Held alone(String meetingId) {
        return locks.meeting(meetingId).orElseThrow(this::busy);
    }

    /** Nothing else is said of the participant meanwhile; else a 503. */
    MeetingLocks.Held alone(String meetingId, String participantId) {
        return locks.participant(meetingId, participantId).orElseThrow(this::busy);
    }

    static ProblemException keyDeleted() {
        return ProblemException.gone(
                "pseudonym-key-deleted",
                "The key of this meeting's pseudonyms is deleted: nobody can tell which of them is whose any more");
    }

    static ProblemException participantErased() {
        return ProblemException.gone(
                "participant-erased", "This participant is erased: nothing is kept and nothing told");
    }

    private ProblemException busy() {
        return ProblemException.unavailable(
                "meeting-busy", "Others are saying something of this meeting; send the same again", retryAfter);
    }
}
