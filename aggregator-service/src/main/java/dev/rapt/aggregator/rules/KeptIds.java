package dev.rapt.aggregator.rules;

import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows what participants go by in what is kept. Safe for many threads. */
@ApplicationScoped
public class KeptIds {

    private final MeetingBook book;

    KeptIds(MeetingBook book) {
        this.book = book;
    }

    /**
     * The id under which a participant is kept: in a pseudonymous meeting the pseudonym; empty when the key that makes it
     * is deleted.
     *
     * @param participantId as a bot names the participant, or a pseudonym
     */
    public Optional<String> of(String meetingId, String participantId) {
        boolean pseudonymous = book.declared(meetingId).map(Terms::pseudonymous).orElse(false);
        return pseudonymous ? pseudonym(book.pseudonyms(meetingId), participantId) : Optional.of(participantId);
    }

    /** The pseudonym of a participant who may be named by it already; empty when there is nothing to make it from. */
    public static Optional<String> pseudonym(Optional<Pseudonyms> pseudonyms, String participantId) {
        return Pseudonyms.isPseudonym(participantId)
                ? Optional.of(participantId)
                : pseudonyms.map(made -> made.of(participantId));
    }
}
