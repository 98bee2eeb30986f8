package dev.rapt.aggregator.cluster;

import java.util.Objects;

/**
 * One instance's part of a list.
 *
 * @param value the part
 * @param stale whether it was read from copies, because whoever counts these meetings can't be asked
 * @param <T> what lists are made of
 */
public record Part<T>(T value, boolean stale) {
    public Part {
        Objects.requireNonNull(value, "value");
    }
}
