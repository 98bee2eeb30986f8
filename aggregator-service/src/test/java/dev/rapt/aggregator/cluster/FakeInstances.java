package dev.rapt.aggregator.cluster;

import dev.rapt.aggregator.topology.Instance;
import dev.rapt.aggregator.topology.Instances;
import dev.rapt.aggregator.topology.Whereabouts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an instance believes, as a test wants it. */
final class FakeInstances implements Instances {

    volatile String address;
    volatile int partitions = 4;
    volatile Optional<Whereabouts> where = Optional.empty();
    volatile List<Instance> all = List.of();
    volatile Set<Integer> held = Set.of();
    volatile Set<Integer> copied = Set.of();

    @Override
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public Optional<Whereabouts> whereabouts(String meetingId) {
        return where;
    }

    @Override
    public List<Instance> all() {
        return all;
    }

    @Override
    public Set<Integer> owned() {
        return held;
    }

    @Override
    public boolean holds(int partition) {
        return held.contains(partition);
    }

    @Override
    public boolean copies(int partition) {
        return copied.contains(partition);
    }
}
