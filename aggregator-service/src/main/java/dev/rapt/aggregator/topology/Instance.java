package dev.rapt.aggregator.topology;

import java.util.Objects;
import java.util.Set;

/**
 * One of the instances that share the partitions.
 *
 * @param address where it answers, as {@code host:port}
 * @param owned the partitions that it counts
 * @param copied the partitions of which it keeps a copy warm
 */
public record Instance(String address, Set<Integer> owned, Set<Integer> copied) {
    public Instance {
        Objects.requireNonNull(address, "address");
        owned = Set.copyOf(owned);
        copied = Set.copyOf(copied);
    }
}
