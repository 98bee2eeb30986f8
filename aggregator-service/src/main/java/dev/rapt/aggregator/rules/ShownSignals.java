package dev.rapt.aggregator.rules;

import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides which signals of a meeting answers show, for all answers alike: what is read, how it is written, and which
 * answers are still the same. In a meeting of {@link Signals#ATTENTION} no answer shows an expression, not even one that
 * was counted under an earlier declaration. Safe for many threads.
 */
@ApplicationScoped
public class ShownSignals {

    private final MeetingBook book;

    ShownSignals(MeetingBook book) {
        this.book = book;
    }

    /**
     * What may be shown now: as declared, within the policy; all that was counted of a meeting that nobody has declared,
     * for the detector decides whether such a one is measured. Until the declarations are read, attention only.
     */
    public Signals of(String meetingId) {
        if (book.obstacle().isPresent()) {
            return Signals.ATTENTION;
        }
        return book.terms(meetingId).map(Terms::signals).orElse(Signals.ATTENTION_AND_EXPRESSION);
    }
}
