package dev.rapt.aggregator.live;

/** A place to listen, kept until it is left. Safe for many threads. */
public final class Entrance {

    private final Room room;
    private final Listener listener;
    private final Message first;

    Entrance(Room room, Listener listener, Message first) {
        this.room = room;
        this.listener = listener;
        this.first = first;
    }

    /** Listens from now on; the outlet gets what there is, and then what changes. */
    public void enter(Outlet outlet) {
        room.enter(listener, outlet, first);
    }

    /** Listens no longer. Leaving twice is leaving once. */
    public void leave() {
        room.leave(listener);
    }
}
