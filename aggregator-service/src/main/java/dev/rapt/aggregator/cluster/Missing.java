package dev.rapt.aggregator.cluster;

import java.util.Objects;

/**
 * An instance whose part is missing from a list, or was filled in from copies.
 *
 * @param instance as {@code host:port}
 * @param reason {@code unreachable}, {@code timeout} or {@code not-ready}
 */
public record Missing(String instance, String reason) {

    static final String UNREACHABLE = "unreachable";
    static final String TIMEOUT = "timeout";
    static final String NOT_READY = "not-ready";

    public Missing {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(reason, "reason");
    }
}
