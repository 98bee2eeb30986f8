package dev.rapt.aggregator.live;

import dev.rapt.aggregator.topology.MeetingWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Where the thread that counts says what has changed. A meeting to which nobody listens costs it one look into a map. It
 * says first what a record has changed and then how far it has come, so whoever reads the position before taking the
 * marks knows that nothing up to that position is missing. Safe for many threads.
 */
@ApplicationScoped
class LiveWatch implements MeetingWatch {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private final ConcurrentMap<String, Marks> meetings = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, AtomicLong> positions = new ConcurrentHashMap<>();
    private volatile IntConsumer gone = partition -> {};

    @Override
    public void taken(int partition) {
        // The stores may have gone back to the last commit
        at(partition).set(UNKNOWN);
    }

    @Override
    public void left(int partition) {
        at(partition).set(UNKNOWN);
        gone.accept(partition);
    }

    @Override
    public void frame(String meetingId, String participantId, Instant capturedAt) {
        mark(meetingId, marks -> marks.frame(participantId, capturedAt));
    }

    @Override
    public void event(String meetingId, Instant at) {
        mark(meetingId, marks -> marks.event(at));
    }

    @Override
    public void state(String meetingId) {
        mark(meetingId, Marks::state);
    }

    @Override
    public void passed(int partition, long offset) {
        at(partition).set(offset);
    }

    /** How far the scores of a partition are in the stores; empty until the first record after a start. */
    OptionalLong position(int partition) {
        long offset = at(partition).get();
        return offset == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** Notes the meeting's changes there from now on. */
    void begin(String meetingId, Marks marks) {
        meetings.put(meetingId, marks);
    }

    void end(String meetingId, Marks marks) {
        meetings.remove(meetingId, marks);
    }

    /** Is told, on the thread that counts, when a partition is counted here no longer. */
    void whenLeft(IntConsumer gone) {
        this.gone = gone;
    }

    private AtomicLong at(int partition) {
        return positions.computeIfAbsent(partition, p -> new AtomicLong(UNKNOWN));
    }

    private void mark(String meetingId, Consumer<Marks> mark) {
        Optional.ofNullable(meetings.get(meetingId)).ifPresent(mark);
    }
}
