package dev.rapt.demo.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One participant's frames that have no fate yet, oldest first. One at a time is on the wire: the detector may still
 * hold it unread, and then the next would replace it. Not safe for several threads.
 */
final class Lane {

    static final int ON_THE_WIRE = 1;

    /** Beyond this the sender is hopelessly behind; then it sends on and lets the detector skip. */
    static final int LONGEST_QUEUE = 240;

    private static final class Outgoing {
        final Frame frame;
        int attempts;
        long notBefore;
        long sentAt;

        Outgoing(Frame frame, long now) {
            this.frame = frame;
            this.notBefore = now;
        }
    }

    private final TreeMap<Long, Outgoing> waiting = new TreeMap<>();
    private final Map<Long, Outgoing> onTheWire = new TreeMap<>();

    void add(Frame frame, long now) {
        waiting.put(frame.capturedAtMs(), new Outgoing(frame, now));
    }

    /** The next frame to put on the wire; from then on it is there. */
    Optional<Frame> next(long now) {
        if (onTheWire.size() >= ON_THE_WIRE && waiting.size() <= LONGEST_QUEUE) {
            return Optional.empty();
        }
        Iterator<Outgoing> candidates = waiting.values().iterator();
        while (candidates.hasNext()) {
            Outgoing candidate = candidates.next();
            if (candidate.notBefore - now <= 0) {
                candidates.remove();
                candidate.attempts++;
                candidate.sentAt = now;
                onTheWire.put(candidate.frame.capturedAtMs(), candidate);
                return Optional.of(candidate.frame);
            }
        }
        return Optional.empty();
    }

    /** Forgets a frame that has its fate. */
    void settled(long capturedAtMs) {
        onTheWire.remove(capturedAtMs);
        waiting.remove(capturedAtMs);
    }

    /** Takes a frame off the wire to send it again later; false when it had its last attempt. */
    boolean again(long capturedAtMs, long notBefore, int mostAttempts) {
        Outgoing outgoing = onTheWire.remove(capturedAtMs);
        if (outgoing == null) {
            return true;
        }
        if (outgoing.attempts >= mostAttempts) {
            return false;
        }
        outgoing.notBefore = notBefore;
        waiting.put(capturedAtMs, outgoing);
        return true;
    }

    /**
     * Takes everything off the wire, to be sent again unchanged: nobody will acknowledge it any more. Answers with the
     * frames that had their last attempt.
     */
    List<FrameKey> connectionLost(long now, int mostAttempts) {
        List<FrameKey> givenUp = new ArrayList<>();
        for (Outgoing outgoing : List.copyOf(onTheWire.values())) {
            if (!again(outgoing.frame.capturedAtMs(), now, mostAttempts)) {
                givenUp.add(outgoing.frame.key());
            }
        }
        return givenUp;
    }

    /** The frames without a fate. */
    List<FrameKey> keys() {
        return Stream.concat(onTheWire.values().stream(), waiting.values().stream())
                .map(outgoing -> outgoing.frame.key())
                .toList();
    }

    /** Since when the oldest frame on the wire waits for its acknowledgement. */
    Optional<Long> oldestSentAt() {
        return onTheWire.values().stream().map(o -> o.sentAt).min(Comparator.naturalOrder());
    }
}
