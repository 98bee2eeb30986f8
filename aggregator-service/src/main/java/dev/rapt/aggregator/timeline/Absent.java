package dev.rapt.aggregator.timeline;

import java.util.Objects;

/** A frame without a measured face. */
public record Absent(Absence reason) implements Finding {
    public Absent {
        Objects.requireNonNull(reason, "reason");
    }
}
