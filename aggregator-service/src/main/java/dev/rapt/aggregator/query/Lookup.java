package dev.rapt.aggregator.query;

import java.util.Objects;

/**
 * What came of looking something up in the stores.
 *
 * @param <T> what was looked for
 */
public sealed interface Lookup<T> {

    /** It is there. */
    record Found<T>(T value) implements Lookup<T> {
        public Found {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The stores can be read and it isn't there. */
    record NotFound<T>() implements Lookup<T> {}

    /** The meeting is erased: nothing is told of it. */
    record Erased<T>() implements Lookup<T> {}

    /** The stores can't be read now; asking again will help. */
    record NotReady<T>() implements Lookup<T> {}
}
