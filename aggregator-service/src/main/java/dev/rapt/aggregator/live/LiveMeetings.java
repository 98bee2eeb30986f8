package dev.rapt.aggregator.live;

import dev.rapt.aggregator.query.Lookup;

/** Where a meeting is read as it is now, ready to be written. Safe for many threads; reading blocks. */
public interface LiveMeetings {

    /** The meeting now. */
    Lookup<LiveMeeting> open(String meetingId);
}
