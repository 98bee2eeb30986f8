package dev.rapt.demo.replay;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The sender's books: every frame sent ends in exactly one fate, however often it had to be sent. {@code sent =
 * published + absent + rejected + skipped + failed + open} holds at any instant. Safe for several threads.
 */
public final class SenderBooks {

    private final Set<FrameKey> open = new HashSet<>();
    private final Map<Fate, Long> settled = new EnumMap<>(Fate.class);
    private long sent;

    /**
     * Notes a new frame.
     *
     * @throws IllegalStateException when a frame of this identity is already open
     */
    synchronized void sent(FrameKey key) {
        if (!open.add(key)) {
            throw new IllegalStateException("Two frames of " + key.participantId() + " at " + key.capturedAtMs());
        }
        sent++;
    }

    /** Notes a frame that nobody acknowledges because it is nobody's: a shared screen, which the detector skips. */
    synchronized void screenshare() {
        sent++;
        settled.merge(Fate.SKIPPED, 1L, Long::sum);
    }

    /** Notes what came of a frame; false when it isn't open, as after a repeated acknowledgement. */
    synchronized boolean settle(FrameKey key, Fate fate) {
        if (!open.remove(key)) {
            return false;
        }
        settled.merge(fate, 1L, Long::sum);
        return true;
    }

    /** Frames sent, each once. */
    public synchronized long sent() {
        return sent;
    }

    /** Frames that came to this. */
    public synchronized long of(Fate fate) {
        return settled.getOrDefault(fate, 0L);
    }

    /** Frames whose fate isn't known yet. */
    public synchronized long open() {
        return open.size();
    }

    /** Frames that the pipe has taken in: published or absent. */
    public synchronized long accepted() {
        return of(Fate.PUBLISHED) + of(Fate.ABSENT);
    }
}
