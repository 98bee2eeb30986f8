package dev.rapt.benchmarks.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From a frame's capture to the answer of the REST API in which it was first counted. A participant's n-th accepted frame
 * is seen when the API counts n or more of that participant and the last of those isn't older than it. Figures are too
 * large by up to one polling interval and the request, never too small. Safe for several threads.
 */
final class Visibility {

    private record Taken(long nanos, long capturedAtMs) {}

    private record Accepted(Taken taken, long rank) {}

    private final Map<String, Map<Long, Taken>> taken = new HashMap<>();
    private final Map<String, Long> ranks = new HashMap<>();
    private final Map<String, Deque<Accepted>> unseen = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();

    synchronized void taken(String participant, long capturedAtMs, long nanos) {
        taken.computeIfAbsent(participant, id -> new HashMap<>()).put(capturedAtMs, new Taken(nanos, capturedAtMs));
    }

    /** The detector's answer to a frame. */
    synchronized void settled(String participant, long capturedAtMs, boolean accepted) {
        Taken frame = taken.getOrDefault(participant, new HashMap<>()).remove(capturedAtMs);
        if (accepted) {
            long rank = ranks.merge(participant, 1L, Long::sum);
            if (frame != null) {
                unseen.computeIfAbsent(participant, id -> new ArrayDeque<>()).add(new Accepted(frame, rank));
            }
        }
    }

    synchronized void answered(Map<String, Meeting.Counted> counted, long nanos) {
        counted.forEach((participant, now) -> unseen.getOrDefault(participant, new ArrayDeque<>())
                .removeIf(frame -> {
                    boolean seen =
                            frame.rank() <= now.frames() && frame.taken().capturedAtMs() <= now.lastCapturedAtMs();
                    if (seen) {
                        millis.add((nanos - frame.taken().nanos()) / 1e6);
                    }
                    return seen;
                }));
    }

    /** Forgets the figures so far. */
    synchronized void restart() {
        millis.clear();
    }

    synchronized int samples() {
        return millis.size();
    }

    /** By the nearest rank; not a number without samples. */
    synchronized double percentile(double percent) {
        if (millis.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.max(0, Math.ceil(percent / 100 * sorted.length) - 1)];
    }

    @Override
    public synchronized String toString() {
        return Arrays.toString(new double[] {percentile(50), percentile(95), percentile(99)});
    }
}
