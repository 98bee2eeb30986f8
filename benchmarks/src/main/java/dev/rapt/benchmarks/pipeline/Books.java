package dev.rapt.benchmarks.pipeline;

import java.util.EnumMap;
import java.util.Map;

/** What a sender has sent and what the detector answered to each frame. Safe for several threads. */
final class Books {

    /** What came of a frame. */
    enum Fate {
        PUBLISHED,
        ABSENT,
        REJECTED,
        SKIPPED,
        FAILED
    }

    private long sent;
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private String lastReason = "";

    synchronized void sent() {
        sent++;
    }

    synchronized void settled(Fate fate, String reason) {
        fates.merge(fate, 1L, Long::sum);
        if (!reason.isEmpty()) {
            lastReason = reason;
        }
    }

    synchronized long sentSoFar() {
        return sent;
    }

    /** Frames that must be counted in the timeline. */
    synchronized long accepted() {
        return of(Fate.PUBLISHED) + of(Fate.ABSENT);
    }

    synchronized long of(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** Frames without an answer. */
    synchronized long open() {
        return sent - fates.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public synchronized String toString() {
        return "sent " + sent + ", " + fates + ", open " + open()
                + (lastReason.isEmpty() ? "" : " (" + lastReason + ")");
    }
}
