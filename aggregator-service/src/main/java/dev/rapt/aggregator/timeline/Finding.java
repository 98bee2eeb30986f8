package dev.rapt.aggregator.timeline;

/** What one frame came to: a measured face, or the reason why there is none. */
public sealed interface Finding permits Measured, Absent {}
