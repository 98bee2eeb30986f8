package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Timelines;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses meetings of which nobody has said anything: neither a frame, nor an event, nor a declaration. */
@ApplicationScoped
class KnownMeetings {

    private final Timelines timelines;
    private final MeetingLogs logs;
    private final MeetingStates states;
    private final Answers answers;

    KnownMeetings(Timelines timelines, MeetingLogs logs, MeetingStates states, Answers answers) {
        this.timelines = timelines;
        this.logs = logs;
        this.states = states;
        this.answers = answers;
    }

    /** Ends the request with a problem when the meeting is unknown, erased or can't be looked up now. */
    void check(String meetingId) {
        Ids.check(meetingId);
        if (timelines.meeting(meetingId) instanceof Lookup.Found
                || states.declaration(meetingId) instanceof Lookup.Found) {
            return;
        }
        answers.meeting(logs.speech(meetingId), meetingId);
    }
}
