package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Meeting;

/** A meeting and its id. */
public record MeetingEntry(String id, Meeting meeting) {}
