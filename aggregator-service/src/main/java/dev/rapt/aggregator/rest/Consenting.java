package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.rules.MeetingLocks;
import dev.rapt.aggregator.rules.NextConsent;
import dev.rapt.aggregator.rules.ParticipantErasure;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Records what participants say, by the rules of what holds then. Blocks. */
@ApplicationScoped
class Consenting {

    private static final String WITHDRAWN = "withdrawn";

    private final Meetings meetings;
    private final MeetingStates states;
    private final StatePublisher publisher;
    private final ParticipantErasure erasure;
    private final Ruled ruled;
    private final Writes writes;
    private final Answers answers;

    Consenting(
            Meetings meetings,
            MeetingStates states,
            StatePublisher publisher,
            ParticipantErasure erasure,
            Ruled ruled,
            Writes writes,
            Answers answers) {
        this.meetings = meetings;
        this.states = states;
        this.publisher = publisher;
        this.erasure = erasure;
        this.ruled = ruled;
        this.writes = writes;
        this.answers = answers;
    }

    /**
     * What came of it.
     *
     * @param consent what holds now
     * @param shows whether this instance shows it
     */
    record Outcome(Consent consent, boolean shows) {}

    /**
     * Records it, and waits until this instance shows it.
     *
     * @param participantId as a bot names the participant, or a pseudonym
     */
    Outcome say(String meetingId, String participantId, ConsentBody.Said said, Instant now) {
        // Of an erased meeting a 410; one that nobody knows is one that nobody has declared
        answers.foundOr(meetings.meeting(meetingId), KnownMeeting.nothing(meetingId));
        ruled.declared(meetingId);
        String kept = ruled.kept(meetingId, participantId);
        Instant at = Instant.ofEpochMilli(now.toEpochMilli());
        Consent consent =
                new Consent(kept, said.given(), said.noticeVersion(), said.noticeLanguage(), Optional.empty(), at);
        return said.erase() ? erase(meetingId, consent) : record(meetingId, consent);
    }

    private Outcome erase(String meetingId, Consent consent) {
        boolean shows =
                writes.acknowledged(() -> erasure.erase(meetingId, consent.participantId(), WITHDRAWN, consent.at()));
        return new Outcome(consent, shows);
    }

    private Outcome record(String meetingId, Consent said) {
        String id = said.participantId();
        try (MeetingLocks.Held held = ruled.alone(meetingId, id)) {
            MeetingBook book = ruled.book();
            Consent consent = NextConsent.of(said, book.consent(meetingId, id), book.isErased(meetingId, id));
            writes.acknowledged(publisher.consented(meetingId, consent));
            boolean shows = writes.shows(() -> book.isErased(meetingId)
                    || book.consent(meetingId, id).equals(Optional.of(consent))
                            && states.consent(meetingId, id).equals(new Lookup.Found<>(consent)));
            if (book.isErased(meetingId)) {
                throw ProblemException.erased();
            }
            return new Outcome(consent, shows);
        }
    }
}
