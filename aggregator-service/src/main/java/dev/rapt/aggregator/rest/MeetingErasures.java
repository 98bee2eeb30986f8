package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows when an erased meeting is erased for everybody who asks this instance. */
@ApplicationScoped
class MeetingErasures {

    private final MeetingBook book;
    private final MeetingStates states;

    MeetingErasures(MeetingBook book, MeetingStates states) {
        this.book = book;
        this.states = states;
    }

    /** Whether the stores of this instance drop what still comes of a meeting, and its book says so. */
    boolean shows(String meetingId) {
        return book.isErased(meetingId)
                && states.isErased(meetingId) instanceof Lookup.Found<Boolean> found
                && found.value();
    }
}
