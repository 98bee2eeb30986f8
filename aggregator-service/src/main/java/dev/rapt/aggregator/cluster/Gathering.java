package dev.rapt.aggregator.cluster;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.Reading;
import dev.rapt.aggregator.topology.Instance;
import dev.rapt.aggregator.topology.Instances;
import dev.rapt.contracts.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes lists of what all instances hold. Each partition is told by the instance that counts it, or else by a copy, marked
 * as stale, or else it is named as missing: a list never looks whole when it isn't. Safe for many threads; waits for other
 * instances, so not on an event loop.
 */
@ApplicationScoped
public class Gathering {

    private final Instances instances;
    private final Reading reading;
    private final PartClient client;
    private final Semaphore slots;

    Gathering(Instances instances, Reading reading, PartClient client, AggregatorConfig config) {
        this.instances = instances;
        this.reading = reading;
        this.client = client;
        this.slots = new Semaphore(config.cluster().gathers());
    }

    /** Whether the request under way comes from an instance that gathers, and wants this instance's part only. */
    public boolean isForAPart() {
        return reading.isForAPart();
    }

    /** Whether the part that is being made has this meeting to tell of. */
    public boolean isOfThisPart(String meetingId) {
        int partitions = instances.partitions();
        return partitions > 0 && reading.isOfThisPart(Keys.partitionOf(meetingId, partitions), instances::holds);
    }

    /** Asks all instances at once, and for what they couldn't tell those that have copies. */
    public <T> Gathered<T> gather(Question<T> question) {
        if (isForAPart()) {
            return new Gathered<>(List.of(new Part<>(question.own().get(), false)), List.of(), true);
        }
        List<Instance> others = others();
        if (!others.isEmpty() && !slots.tryAcquire()) {
            return new Gathered<>(List.of(), List.of(), false);
        }
        try {
            return new Gather<>(question, needed(question.meetings()), instances, others, reading, client).run();
        } finally {
            if (!others.isEmpty()) {
                slots.release();
            }
        }
    }

    private List<Instance> others() {
        return instances
                .address()
                .map(self -> instances.all().stream()
                        .filter(one -> !one.address().equals(self))
                        .toList())
                .orElse(List.of());
    }

    private Set<Integer> needed(Set<String> meetings) {
        int partitions = instances.partitions();
        if (partitions == 0) {
            return Set.of();
        }
        return meetings.isEmpty()
                ? IntStream.range(0, partitions).boxed().collect(Collectors.toSet())
                : meetings.stream().map(id -> Keys.partitionOf(id, partitions)).collect(Collectors.toSet());
    }
}
