package dev.rapt.aggregator.event;

/** What a record of the meetings' states turned out to be. */
public sealed interface StateReading {

    /** The meeting is erased. */
    record Erasure(String meetingId) implements StateReading {}

    /** The meeting isn't marked as erased any more. */
    record Forgotten(String meetingId) implements StateReading {}

    /** Something that the timelines don't need. */
    record Irrelevant() implements StateReading {}

    /** Nothing that can be used, and why. */
    record Broken(Fault fault) implements StateReading {}
}
