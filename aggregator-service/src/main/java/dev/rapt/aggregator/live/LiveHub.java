package dev.rapt.aggregator.live;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.ScoreLog;
import dev.rapt.aggregator.query.Since;
import dev.rapt.meeting.MeetingBook;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets listeners in: to the meeting as it is, or to what they have missed since an id of this or of another instance. The
 * work is done by a few threads of its own, neither those that count nor those that serve connections. Safe for many
 * threads; admitting blocks, so not on an event loop.
 */
@ApplicationScoped
public class LiveHub {

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final LiveMeetings meetings;
    private final LiveWatch watch;
    private final LiveMeters meters;
    private final ScoreLog scores;
    private final AggregatorConfig.Live settings;
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger listeners = new AtomicInteger();
    private final AtomicInteger threads = new AtomicInteger();
    private final ScheduledExecutorService executor;
    private final Room.House house;

    LiveHub(
            LiveMeetings meetings,
            LiveWatch watch,
            LiveMeters meters,
            ScoreLog scores,
            MeetingBook book,
            AggregatorConfig config) {
        this.meetings = meetings;
        this.watch = watch;
        this.meters = meters;
        this.scores = scores;
        this.settings = config.live();
        this.executor = new ScheduledThreadPoolExecutor(settings.threads(), this::thread);
        this.house = new Room.House(
                meetings, watch, meters, listeners::decrementAndGet, executor, settings.coalesce(), settings.unread());
        meters.listeners(listeners::get);
        watch.whenLeft(this::partitionLeft);
        // What may be shown may have changed; whoever is erased is left out as soon as the book says so
        book.onChange(change -> watch.state(change.meetingId()));
        long beat = settings.heartbeat().toMillis();
        executor.scheduleAtFixedRate(() -> all().forEach(Room::beat), beat, beat, TimeUnit.MILLISECONDS);
        long sweep = SWEEP.toMillis();
        executor.scheduleAtFixedRate(() -> all().forEach(Room::sweep), sweep, sweep, TimeUnit.MILLISECONDS);
    }

    /**
     * Asks to listen.
     *
     * @param lastId the last id the listener has, if it was here or elsewhere before
     */
    public Admission admit(String meetingId, Optional<String> lastId) {
        Lookup<LiveMeeting> lookup = meetings.open(meetingId);
        return lookup instanceof Lookup.Found<LiveMeeting> found
                ? admit(meetingId, found.value(), lastId)
                : refusal(lookup);
    }

    private Admission admit(String meetingId, LiveMeeting meeting, Optional<String> lastId) {
        if (listeners.incrementAndGet() > settings.maxListeners()) {
            listeners.decrementAndGet();
            meters.refused();
            return new Admission.Full();
        }
        Listener listener = new Listener();
        Optional<Room> room = room(meetingId, meeting);
        Room.Place place = reserve(room, listener);
        while (place == Room.Place.CLOSED) {
            room = room(meetingId, meeting);
            place = reserve(room, listener);
        }
        if (place == Room.Place.KEPT) {
            return first(room.orElseThrow(), listener, meetingId, lastId);
        }
        listeners.decrementAndGet();
        if (room.isEmpty()) {
            return new Admission.NotReady();
        }
        meters.refused();
        return new Admission.Full();
    }

    private Room.Place reserve(Optional<Room> room, Listener listener) {
        return room.map(open -> open.reserve(listener, settings.maxListenersPerMeeting()))
                .orElse(Room.Place.FULL);
    }

    private Admission first(Room room, Listener listener, String meetingId, Optional<String> lastId) {
        boolean kept = false;
        try {
            Lookup<Message> first = lastId.isPresent()
                    ? missed(room, listener, meetingId, lastId.get())
                    : room.first(listener, Board::hello);
            kept = first instanceof Lookup.Found<Message>;
            return first instanceof Lookup.Found<Message> found
                    ? new Admission.Admitted(new Entrance(room, listener, found.value()))
                    : refusal(first);
        } finally {
            if (!kept) {
                room.leave(listener);
            }
        }
    }

    private Lookup<Message> missed(Room room, Listener listener, String meetingId, String lastId) {
        Optional<EventId> last = EventId.parse(lastId).filter(id -> id.partition() == room.partition());
        if (last.isEmpty()) {
            return anew(room, listener, "unknown-id");
        }
        Since since = scores.since(meetingId, room.partition(), last.get().offset());
        if (since instanceof Since.NotThere notThere) {
            return anew(room, listener, notThere.reason());
        }
        // What the listener has is newer than what this instance has: it is catching up
        if (!(since instanceof Since.Changed changed) || !reaches(room, last.get())) {
            return new Lookup.NotReady<>();
        }
        meters.resumed();
        Pending missed = new Pending(changed.frames(), changed.event(), true, 0);
        return room.first(listener, (board, meeting, id) -> board.missed(meeting, missed, id));
    }

    private Lookup<Message> anew(Room room, Listener listener, String reason) {
        meters.reset();
        return room.first(listener, (board, meeting, id) -> board.anew(meeting, id, reason));
    }

    private static Admission refusal(Lookup<?> lookup) {
        if (lookup instanceof Lookup.Erased<?>) {
            return new Admission.Erased();
        }
        return lookup instanceof Lookup.NotFound<?> ? new Admission.NoMeeting() : new Admission.NotReady();
    }

    private boolean reaches(Room room, EventId id) {
        long until = System.nanoTime() + settings.catchUp().toNanos();
        try {
            while (room.position().offset() < id.offset()) {
                if (System.nanoTime() > until) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Room> room(String meetingId, LiveMeeting meeting) {
        Optional<Room> known = Optional.ofNullable(rooms.get(meetingId));
        return known.isPresent()
                ? known
                : here(meetingId)
                        .map(id -> rooms.computeIfAbsent(meetingId, m -> {
                            Board board = new Board(m, settings.helloSteps(), settings.maxRows(), meeting);
                            Room room = new Room(house, m, id, board, closed -> rooms.remove(m, closed));
                            room.begin();
                            return room;
                        }));
    }

    /** How far the stores are at least; empty when it can't be known now. */
    private Optional<EventId> here(String meetingId) {
        OptionalInt partition = scores.partitionOf(meetingId);
        if (partition.isEmpty()) {
            return Optional.empty();
        }
        int number = partition.getAsInt();
        OptionalLong offset = watch.position(number);
        OptionalLong known = offset.isPresent() ? offset : scores.committed(number);
        return known.isPresent() ? Optional.of(new EventId(number, known.getAsLong())) : Optional.empty();
    }

    private void partitionLeft(int partition) {
        if (!executor.isShutdown()) {
            executor.execute(() ->
                    all().stream().filter(room -> room.partition() == partition).forEach(Room::dismiss));
        }
    }

    private List<Room> all() {
        return new ArrayList<>(rooms.values());
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "live-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Ends every listener's stream. Who comes back is let in again, if it is here that they come back to. */
    void dismiss() {
        all().forEach(Room::dismiss);
    }

    @PreDestroy
    void close() {
        dismiss();
        executor.shutdownNow();
    }
}
