package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Participation;

/** A participant of a meeting and the id. */
public record ParticipantEntry(String id, Participation participation) {}
