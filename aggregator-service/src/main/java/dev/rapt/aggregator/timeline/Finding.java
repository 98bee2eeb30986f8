package dev.rapt.aggregator.timeline;

/** What one frame came to: a face, or the reason why there is none. */
public sealed interface Finding permits Measured, Absent {}
