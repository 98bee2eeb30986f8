package dev.rapt.aggregator.live;

import java.util.Optional;

/**
 * One who listens: whether a message is on its way, and up to which version of the room everything was sent. Nothing else
 * is kept of a listener, however slow. Its room writes, but any thread may say that a message is through.
 */
final class Listener {

    private volatile Optional<Outlet> outlet = Optional.empty();
    private volatile long version;
    private volatile boolean busy = true;
    private volatile long busySince = System.nanoTime();

    void enter(Outlet connection) {
        outlet = Optional.of(connection);
        busy = false;
    }

    Optional<Outlet> outlet() {
        return outlet;
    }

    long version() {
        return version;
    }

    boolean isBusy() {
        return busy;
    }

    /** Since when a message has been on its way, by {@link System#nanoTime()}. */
    long busySince() {
        return busySince;
    }

    void begin(long holds) {
        version = holds;
        busy = true;
        busySince = System.nanoTime();
    }

    void done() {
        busy = false;
    }
}
