package dev.rapt.aggregator.cluster;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something to ask all instances.
 *
 * @param path path and query, answered by each instance with its own part when {@link Gathering#isForAPart} says so
 * @param meetings the meetings it is about; none: all there are
 * @param own this instance's part, read through the query classes: called once or twice on the thread that gathers, and
 *     free to throw whatever ends the request
 * @param read makes a part of another instance's answer; what it throws counts as an instance that isn't ready
 * @param <T> what one part is
 */
public record Question<T>(String path, Set<String> meetings, Supplier<T> own, Function<String, T> read) {
    public Question {
        Objects.requireNonNull(path, "path");
        meetings = Set.copyOf(meetings);
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(read, "read");
    }
}
