package dev.rapt.aggregator.rest;

import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows of which meetings only groups are shown. Safe for many threads. */
@ApplicationScoped
class GroupView {

    private final MeetingBook book;
    private final Answers answers;

    GroupView(MeetingBook book, Answers answers) {
        this.book = book;
        this.answers = answers;
    }

    /** Whether only groups of that meeting are shown; a 503 while nobody can tell. */
    boolean isOf(String meetingId) {
        if (book.obstacle().isPresent()) {
            throw answers.notReady();
        }
        return hides(meetingId);
    }

    /** The same, as far as it is known now. */
    boolean hides(String meetingId) {
        return book.declared(meetingId).map(Terms::view).orElse(View.INDIVIDUAL) == View.GROUP;
    }

    /** Whether expressions may be told of that meeting. */
    boolean hasExpressions(String meetingId) {
        return book.declared(meetingId)
                .map(terms -> terms.signals().expression())
                .orElse(false);
    }

    /** Ends a request about single people. */
    static ProblemException refusal() {
        return ProblemException.forbidden(
                "group-view",
                "Of this meeting only groups are shown, as it was declared: nothing is told of single participants");
    }
}
