package dev.rapt.aggregator.event;

import java.util.Objects;

/** A record that can't be counted, and why. */
public record Unreadable(Fault fault) implements ScoreReading, LogReading {
    public Unreadable {
        Objects.requireNonNull(fault, "fault");
    }
}
