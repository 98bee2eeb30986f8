package dev.rapt.aggregator.topology;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a meeting is, as Kafka Streams told this instance when it last shared out the partitions.
 *
 * @param partition the meeting's partition
 * @param owner the instance that counts its frames, as {@code host:port}; empty while nobody does
 * @param copies the instances that keep a copy warm
 */
public record Whereabouts(int partition, Optional<String> owner, List<String> copies) {
    public Whereabouts {
        Objects.requireNonNull(owner, "owner");
        copies = List.copyOf(copies);
    }
}
