package dev.rapt.aggregator.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes what changes of a meeting, however often it does, until somebody looks. The thread that counts only writes down
 * who and when. Safe for many threads.
 */
final class Marks {

    private final Runnable wake;
    private final Map<String, Instant> frames = new HashMap<>();
    private Optional<Instant> event = Optional.empty();
    private boolean state;
    private boolean marked;
    private long since;

    /** @param wake called with every mark; must be quick */
    Marks(Runnable wake) {
        this.wake = wake;
    }

    void frame(String participantId, Instant capturedAt) {
        synchronized (this) {
            frames.merge(participantId, capturedAt, Pending::earlier);
            mark();
        }
        wake.run();
    }

    void event(Instant at) {
        synchronized (this) {
            event = event.map(earliest -> Pending.earlier(earliest, at)).or(() -> Optional.of(at));
            mark();
        }
        wake.run();
    }

    void state() {
        synchronized (this) {
            state = true;
            mark();
        }
        wake.run();
    }

    synchronized boolean isEmpty() {
        return !marked;
    }

    /** What was noted; from then on it is somebody else's. */
    synchronized Pending take() {
        Pending pending = new Pending(frames, event, state, since);
        frames.clear();
        event = Optional.empty();
        state = false;
        marked = false;
        return pending;
    }

    /** Notes again what was taken and couldn't be looked at. */
    synchronized void giveBack(Pending pending) {
        Pending both = marked ? pending.and(take()) : pending;
        frames.putAll(both.frames());
        event = both.event();
        state = both.state();
        since = both.since();
        marked = !both.isEmpty();
    }

    private void mark() {
        if (!marked) {
            marked = true;
            since = System.nanoTime();
        }
    }
}
