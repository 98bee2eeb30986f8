package dev.rapt.aggregator.export;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name as the header has it
 * @param kind what its cells are
 */
public record Column(String name, Kind kind) {

    /** What the cells of a column are; any of them may be missing. */
    public enum Kind {
        TEXT,
        /** A moment, to the millisecond. */
        MOMENT,
        /** A whole number. */
        COUNT,
        /** A number with digits after the point. */
        NUMBER
    }

    public Column {
        Objects.requireNonNull(kind, "kind");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A column has a name");
        }
    }
}
