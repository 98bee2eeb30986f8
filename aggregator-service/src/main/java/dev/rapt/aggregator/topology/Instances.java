package dev.rapt.aggregator.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who holds which meetings. What is told of other instances is as of the last time the partitions were shared out, and may
 * be out of date while they are being shared out anew; what is told of this instance is as of now. Safe for many threads,
 * and never waits for another process.
 */
public interface Instances {

    /** Where this instance answers, as {@code host:port}; empty when others aren't meant to ask it. */
    Optional<String> address();

    /** How many partitions there are; 0 before the streams have started. */
    int partitions();

    /** Where a meeting is; empty while that isn't known. */
    Optional<Whereabouts> whereabouts(String meetingId);

    /** All instances, this one among them; empty while they aren't known. */
    List<Instance> all();

    /** The partitions that are this instance's to count, readable or not yet. */
    Set<Integer> owned();

    /** Whether this instance counts the partition and its stores can be read. */
    boolean holds(int partition);

    /** Whether this instance keeps a copy of the partition that lacks little. */
    boolean copies(int partition);
}
