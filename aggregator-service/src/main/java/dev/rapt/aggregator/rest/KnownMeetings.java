package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.query.Meetings;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses meetings of which nobody has said anything: neither a frame, nor an event, nor a declaration. */
@ApplicationScoped
class KnownMeetings {

    private final Meetings meetings;
    private final Answers answers;

    KnownMeetings(Meetings meetings, Answers answers) {
        this.meetings = meetings;
        this.answers = answers;
    }

    /** Ends the request with a problem when the meeting is unknown, erased or can't be looked up now. */
    void check(String meetingId) {
        Ids.check(meetingId);
        answers.meeting(meetings.meeting(meetingId), meetingId);
    }
}
