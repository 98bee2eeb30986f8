package dev.rapt.aggregator.meeting;

import java.time.Instant;

/** The moment a meeting ended, as somebody said. */
public record Ending(Instant at) {}
