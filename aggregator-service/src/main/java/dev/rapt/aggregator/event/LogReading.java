package dev.rapt.aggregator.event;

/** What a record of the meetings' log turned out to be. */
public sealed interface LogReading permits LoggedEvent, Unreadable {}
