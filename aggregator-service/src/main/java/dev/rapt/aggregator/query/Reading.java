package dev.rapt.aggregator.query;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * How the request under way may read, and how it did: whether a copy may stand in for a partition that can't be read,
 * whether one did, and which partitions a list is made of. Threads that serve no request read no copies.
 */
@RequestScoped
public class Reading {

    private final Set<Integer> covered = new TreeSet<>();
    private Set<Integer> wanted = Set.of();
    private boolean forAPart;
    private boolean copiesAllowed;
    private boolean stale;

    /** That of the request under way; none on a thread that serves none. */
    static Optional<Reading> current() {
        return Arc.container() != null && Arc.container().requestContext().isActive()
                ? Optional.of(Arc.container().instance(Reading.class).get())
                : Optional.empty();
    }

    /** Lets copies stand in. */
    public synchronized void allowCopies() {
        copiesAllowed = true;
    }

    /** The answer has begun: if it didn't say by now that it is stale it can't any more, and no copy stands in. */
    public synchronized void begun() {
        copiesAllowed = stale;
    }

    /** Makes lists of these partitions only, from copies too; of none: of those that this instance counts. */
    public synchronized void only(Set<Integer> partitions) {
        wanted = Set.copyOf(partitions);
        covered.clear();
    }

    /** Another instance gathers, and wants these partitions from this one; none: those that it counts. */
    public synchronized void forAPart(Set<Integer> partitions) {
        forAPart = true;
        only(partitions);
    }

    /** Whether another instance gathers. */
    public synchronized boolean isForAPart() {
        return forAPart;
    }

    /** Whether this partition belongs to what is wanted; if so, the list is made of it, too. */
    public synchronized boolean isOfThisPart(int partition, IntPredicate counted) {
        boolean is = wanted.isEmpty() ? counted.test(partition) : wanted.contains(partition);
        if (is) {
            covered.add(partition);
        }
        return is;
    }

    synchronized Set<Integer> wanted() {
        return wanted;
    }

    /** Whether a copy may be read; says that it is. */
    synchronized boolean takeCopy() {
        if (copiesAllowed) {
            stale = true;
        }
        return copiesAllowed;
    }

    /** A copy stood in, on another instance. */
    public synchronized void markStale() {
        stale = true;
    }

    /** Whether a copy stood in. */
    public synchronized boolean isStale() {
        return stale;
    }

    synchronized void cover(int partition) {
        covered.add(partition);
    }

    /** The partitions that the list is made of. */
    public synchronized Set<Integer> covered() {
        return Set.copyOf(covered);
    }
}
