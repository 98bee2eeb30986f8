package dev.rapt.aggregator.live;

import dev.rapt.aggregator.live.Message.Event;
import dev.rapt.aggregator.query.Lookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The listeners of one meeting. What changes is gathered for a moment, read once, written once, and given to everybody
 * whose last message is through; whoever still has one on its way gets all that is new when it is. Safe for many threads;
 * the work is done on the executor's.
 */
final class Room {

    private static final Logger LOG = Logger.getLogger(Room.class);

    /**
     * What rooms have in common.
     *
     * @param left called for each listener that has left
     * @param coalesce how long changes are gathered
     * @param unread how long a message may be on its way
     */
    record House(
            LiveMeetings meetings,
            LiveWatch watch,
            LiveMeters meters,
            Runnable left,
            ScheduledExecutorService executor,
            Duration coalesce,
            Duration unread) {}

    private final House house;
    private final String meetingId;
    private final int partition;
    private final long opening;
    private final Board board;
    private final Consumer<Room> closed;
    private final Marks marks = new Marks(this::wake);
    private final Set<Listener> listeners = new HashSet<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile long lastTick = System.nanoTime() - TimeUnit.DAYS.toNanos(1);
    private volatile long latest;
    private boolean open = true;

    /**
     * @param id how far the stores are at least
     * @param closed called when the last listener has left
     */
    Room(House house, String meetingId, EventId id, Board board, Consumer<Room> closed) {
        this.house = house;
        this.meetingId = meetingId;
        this.partition = id.partition();
        this.opening = id.offset();
        this.board = board;
        this.closed = closed;
    }

    int partition() {
        return partition;
    }

    /** Begins to note changes; the first is what may have changed since the board was made. */
    void begin() {
        house.watch().begin(meetingId, marks);
        marks.state();
    }

    /** What came of asking for a place. */
    enum Place {
        KEPT,
        FULL,
        CLOSED
    }

    /** Keeps a place for a listener, to whom nothing is sent yet. */
    synchronized Place reserve(Listener listener, int most) {
        if (!open) {
            return Place.CLOSED;
        }
        if (listeners.size() >= most) {
            return Place.FULL;
        }
        listeners.add(listener);
        return Place.KEPT;
    }

    /** How far the stores are at least. */
    EventId position() {
        return new EventId(partition, house.watch().position(partition).orElse(opening));
    }

    /** Writes a first message from what there is; {@code Board::hello} is one. */
    interface FirstWords {
        List<Event> write(Board board, LiveMeeting meeting, EventId id);
    }

    /** Writes a listener's first message; everything that changes afterwards will come after it. */
    synchronized Lookup<Message> first(Listener listener, FirstWords words) {
        // Before the meeting is read, so that nothing up to here can be missing
        EventId id = position();
        listener.begin(board.version());
        Lookup<LiveMeeting> lookup = house.meetings().open(meetingId);
        if (lookup instanceof Lookup.Found<LiveMeeting> found) {
            return new Lookup.Found<>(Message.of(words.write(board, found.value(), id), OptionalLong.empty()));
        }
        if (lookup instanceof Lookup.Erased<LiveMeeting>) {
            return new Lookup.Erased<>();
        }
        return lookup instanceof Lookup.NotFound<LiveMeeting> ? new Lookup.NotFound<>() : new Lookup.NotReady<>();
    }

    void enter(Listener listener, Outlet outlet, Message first) {
        house.executor().execute(() -> {
            synchronized (this) {
                if (open && listeners.contains(listener)) {
                    listener.enter(outlet);
                    send(listener, first, listener.version());
                } else {
                    outlet.end();
                }
            }
        });
    }

    void leave(Listener listener) {
        house.executor().execute(() -> remove(listener));
    }

    private synchronized void remove(Listener listener) {
        if (listeners.remove(listener)) {
            house.left().run();
            if (open && listeners.isEmpty()) {
                close();
            }
        }
    }

    /** Ends all connections; the listeners come back to whoever has the meeting then. */
    synchronized void dismiss() {
        if (open) {
            clear().forEach(listener -> listener.outlet().ifPresent(Outlet::end));
        }
    }

    /** Says that the connection is alive. */
    synchronized void beat() {
        Message beat = Message.heartbeat(position());
        // Not while something waits, and to nobody who is behind: the id would promise what hasn't been sent
        if (!marks.isEmpty()) {
            return;
        }
        for (Listener listener : listeners) {
            if (!listener.isBusy() && listener.version() == board.version()) {
                send(listener, beat, listener.version());
            }
        }
    }

    /** Ends the connections of those who don't read. */
    synchronized void sweep() {
        long now = System.nanoTime();
        for (Listener listener : new ArrayList<>(listeners)) {
            if (listener.isBusy()
                    && listener.outlet().isPresent()
                    && now - listener.busySince() > house.unread().toNanos()) {
                house.meters().slow();
                listener.outlet().ifPresent(Outlet::abort);
                remove(listener);
            }
        }
    }

    private List<Listener> clear() {
        List<Listener> all = new ArrayList<>(listeners);
        listeners.clear();
        all.forEach(listener -> house.left().run());
        close();
        return all;
    }

    private void close() {
        open = false;
        house.watch().end(meetingId, marks);
        closed.accept(this);
    }

    private void wake() {
        if (scheduled.compareAndSet(false, true)) {
            long passed = System.nanoTime() - lastTick;
            long wait = Math.max(0, house.coalesce().toNanos() - passed);
            house.executor().schedule(this::tick, wait, TimeUnit.NANOSECONDS);
        } else {
            house.meters().coalesced();
        }
    }

    private void tick() {
        try {
            lastTick = System.nanoTime();
            scheduled.set(false);
            update();
        } catch (RuntimeException e) {
            LOG.error("What has changed of a meeting could not be told; its listeners must come back", e);
            dismiss();
        }
    }

    private synchronized void update() {
        if (!open) {
            return;
        }
        // Before the marks, so that nothing up to here can be missing
        EventId id = position();
        Pending pending = marks.take();
        if (!pending.isEmpty()) {
            Lookup<LiveMeeting> lookup = house.meetings().open(meetingId);
            if (lookup instanceof Lookup.Erased<LiveMeeting>) {
                sayErased();
                return;
            }
            if (lookup instanceof Lookup.NotReady<LiveMeeting>) {
                marks.giveBack(pending);
                wake();
                return;
            }
            if (lookup instanceof Lookup.Found<LiveMeeting> found) {
                if (!board.shows(found.value())) {
                    // They come back and are told anew
                    dismiss();
                    return;
                }
                board.update(found.value(), pending);
            }
        }
        deliver(id, pending.isEmpty() ? OptionalLong.empty() : OptionalLong.of(pending.since()));
    }

    private void deliver(EventId id, OptionalLong since) {
        Map<Long, Message> written = new HashMap<>();
        // Before anybody is asked whether they are busy: who isn't any more after that asks for more
        latest = board.version();
        long seenByAll = latest;
        for (Listener listener : listeners) {
            if (!listener.isBusy() && listener.version() < latest) {
                Message message =
                        written.computeIfAbsent(listener.version(), seen -> Message.of(board.since(seen, id), since));
                send(listener, message, latest);
            }
            seenByAll = Math.min(seenByAll, listener.version());
        }
        board.forgetUntil(seenByAll);
    }

    private void sayErased() {
        Message last = Message.of(List.of(board.erased()), OptionalLong.empty());
        clear().forEach(listener -> listener.outlet().ifPresent(outlet -> {
            outlet.send(last, () -> {});
            outlet.end();
        }));
    }

    private void send(Listener listener, Message message, long holds) {
        listener.begin(holds);
        listener.outlet().ifPresent(outlet -> outlet.send(message, () -> taken(listener, message)));
    }

    private void taken(Listener listener, Message message) {
        house.meters().sent(message.since());
        listener.done();
        if (listener.version() < latest) {
            house.meters().late();
            wake();
        }
    }
}
