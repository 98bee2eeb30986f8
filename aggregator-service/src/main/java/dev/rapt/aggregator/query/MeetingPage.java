package dev.rapt.aggregator.query;

import java.util.List;

/**
 * A part of a list of meetings.
 *
 * @param meetings in the order that was asked for
 * @param more whether the list goes on
 */
public record MeetingPage(List<KnownMeeting> meetings, boolean more) {
    public MeetingPage {
        meetings = List.copyOf(meetings);
    }
}
