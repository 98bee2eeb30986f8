package dev.rapt.aggregator.meeting;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A named group of a meeting's participants.
 *
 * @param name its name, unique in the meeting
 * @param participantIds who is in it
 */
public record Group(String name, Set<String> participantIds) {
    public Group {
        Objects.requireNonNull(name, "name");
        participantIds = Set.copyOf(participantIds);
    }

    /** Who is in it, in order of the ids. */
    public Iterable<String> inOrder() {
        return new TreeSet<>(participantIds);
    }

    /** The same without a participant. */
    public Group without(String participantId) {
        Set<String> others = new TreeSet<>(participantIds);
        others.remove(participantId);
        return new Group(name, others);
    }
}
