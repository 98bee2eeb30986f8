package dev.rapt.aggregator.event;

/** What a record of the scores turned out to be. */
public sealed interface ScoreReading permits ScoredFrame, Unreadable {}
