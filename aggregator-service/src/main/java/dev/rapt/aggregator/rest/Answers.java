package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.rules.KeptIds;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes what a lookup found of it, or the problem it is. */
@ApplicationScoped
class Answers {

    private final Duration retryAfter;
    private final MeetingBook book;
    private final KeptIds ids;

    Answers(AggregatorConfig config, MeetingBook book, KeptIds ids) {
        this.book = book;
        this.ids = ids;
        this.retryAfter = config.query().retryAfter();
    }

    /** What was found; else a 404 with this reason and detail, a 410 when the meeting is erased, or a 503 when it can't be known now. */
    <T> T found(Lookup<T> lookup, String reason, String detail) {
        if (lookup instanceof Lookup.Found<T> found) {
            return found.value();
        }
        if (lookup instanceof Lookup.NotReady<T>) {
            throw notReady();
        }
        if (lookup instanceof Lookup.Erased<T>) {
            throw ProblemException.erased();
        }
        throw ProblemException.notFound(reason, detail);
    }

    /** That it can't be known now. */
    ProblemException notReady() {
        return ProblemException.notReady(retryAfter);
    }

    /** What was found, or this where nothing is; else as {@link #found}. */
    <T> T foundOr(Lookup<T> lookup, T otherwise) {
        return lookup instanceof Lookup.NotFound<T> ? otherwise : found(lookup, "not-found", "Nothing was found");
    }

    <T> T meeting(Lookup<T> lookup, String meetingId) {
        return found(lookup, "meeting-unknown", "There is no meeting " + meetingId);
    }

    /** What was found of a participant; a 410 when that one is erased. */
    <T> T participant(Lookup<T> lookup, String meetingId, String participantId) {
        if (lookup instanceof Lookup.NotFound<T> && isErased(meetingId, participantId)) {
            throw Ruled.participantErased();
        }
        return found(
                lookup, "participant-unknown", "There is no participant " + participantId + " in meeting " + meetingId);
    }

    /** Whether a participant, by whatever name, is erased. */
    boolean isErased(String meetingId, String participantId) {
        return book.hasErasedParticipants(meetingId)
                && ids.of(meetingId, participantId)
                        .map(kept -> book.isErased(meetingId, kept))
                        .orElse(false);
    }

    <T> T marker(Lookup<T> lookup, String markerId) {
        return found(lookup, "marker-unknown", "There is no marker " + markerId + " in that meeting");
    }
}
