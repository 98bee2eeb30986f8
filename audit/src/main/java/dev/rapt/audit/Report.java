package dev.rapt.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param start the offset of the first record that was read
 * @param entries how many records
 * @param chains in the order in which they showed first
 * @param breaks in the order in which they were found, the first hundred; none: everything holds
 * @param proven the oldest head that everything after it is proven against
 * @param head the newest, to be noted elsewhere; empty when nothing could be proven
 */
public record Report(
        long start,
        long entries,
        List<ChainState> chains,
        List<Break> breaks,
        Optional<LogHead> proven,
        Optional<LogHead> head) {
    public Report {
        chains = List.copyOf(chains);
        breaks = List.copyOf(breaks);
        Objects.requireNonNull(proven, "proven");
        Objects.requireNonNull(head, "head");
    }
}
