package dev.rapt.demo.watch;

import dev.rapt.demo.replay.Fate;
import dev.rapt.demo.replay.FrameKey;
import dev.rapt.demo.replay.Replay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How long it takes from the camera to the timeline: from the wall clock's instant at which a frame was taken until the
 * answer of the aggregator's REST API in which it was first counted.
 *
 * <p>A frame is seen as counted when it was acknowledged as the n-th of its participant, the API counts n or more frames
 * of that participant, and the last of those isn't older than it. The answer's arrival is what counts, so a figure is too
 * large by up to one polling interval and the request itself, and never too small. Frames that aren't accepted don't
 * enter. Safe for several threads.
 */
public final class LatencyWatch implements Replay.Observer {

    private record Accepted(FrameKey frame, long takenNanos, long rank) {}

    private final Map<FrameKey, Long> taken = new HashMap<>();
    private final Map<String, Long> accepted = new HashMap<>();
    private final Map<String, Deque<Accepted>> unseen = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();

    @Override
    public synchronized void taken(FrameKey frame, long nanos) {
        taken.put(frame, nanos);
    }

    @Override
    public synchronized void settled(FrameKey frame, Fate fate) {
        Long takenNanos = taken.remove(frame);
        if (takenNanos != null && fate.accepted()) {
            long rank = accepted.merge(frame.participantId(), 1L, Long::sum);
            unseen.computeIfAbsent(frame.participantId(), id -> new ArrayDeque<>())
                    .add(new Accepted(frame, takenNanos, rank));
        }
    }

    /** Whether an accepted frame hasn't been seen in an answer yet. */
    public synchronized boolean isWaiting() {
        return unseen.values().stream().anyMatch(frames -> !frames.isEmpty());
    }

    /** The API has said that so many frames of a participant are counted, the last taken then. */
    public synchronized void counted(String participantId, long frames, long lastCapturedAtMs, long nanos) {
        Iterator<Accepted> open =
                unseen.getOrDefault(participantId, new ArrayDeque<>()).iterator();
        while (open.hasNext()) {
            Accepted candidate = open.next();
            if (candidate.rank() <= frames && candidate.frame().capturedAtMs() <= lastCapturedAtMs) {
                millis.add((nanos - candidate.takenNanos()) / 1e6);
                open.remove();
            }
        }
    }

    /** The percentiles so far, in milliseconds. */
    public synchronized Percentiles percentiles() {
        return Percentiles.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
