package dev.rapt.detector.books;

import java.util.Map;

/**
 * The accounts of {@link Books} at one instant. Every reason is present, those that never happened with 0.
 *
 * @param received frames that came in, refused ones included
 * @param published frames whose face Kafka has acknowledged
 * @param absent frames whose absence of a face Kafka has acknowledged
 * @param inFlight frames whose fate isn't known yet
 */
public record BooksSnapshot(
        long received,
        long published,
        long absent,
        Map<RefusalReason, Long> rejected,
        Map<SkipReason, Long> skipped,
        Map<FailureReason, Long> failed,
        long inFlight) {

    public BooksSnapshot {
        rejected = Map.copyOf(rejected);
        skipped = Map.copyOf(skipped);
        failed = Map.copyOf(failed);
    }

    /** What the accounts other than {@code received} add up to; equal to it, always. */
    public long accountedFor() {
        return published + absent + sum(rejected) + sum(skipped) + sum(failed) + inFlight;
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
