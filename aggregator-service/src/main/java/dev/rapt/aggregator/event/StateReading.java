package dev.rapt.aggregator.event;

import dev.rapt.aggregator.meeting.StateKind;

/** What a record of the meetings' states turned out to be. */
public sealed interface StateReading {

    /** The meeting is erased. */
    record Erasure(String meetingId) implements StateReading {}

    /** The meeting isn't marked as erased any more. */
    record Forgotten(String meetingId) implements StateReading {}

    /**
     * Something is said of the meeting, and holds until something else of the same kind and id is.
     *
     * @param id empty where a meeting has one of this kind
     */
    record Stated(String meetingId, StateKind kind, String id) implements StateReading {}

    /** What was said isn't so any more. */
    record Withdrawn(String meetingId, StateKind kind, String id) implements StateReading {}

    /** Something that the timelines don't need. */
    record Irrelevant() implements StateReading {}

    /** Nothing that can be used, and why. */
    record Broken(Fault fault) implements StateReading {}
}
