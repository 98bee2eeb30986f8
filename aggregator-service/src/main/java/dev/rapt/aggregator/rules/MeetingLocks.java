package dev.rapt.aggregator.rules;

import dev.rapt.aggregator.AggregatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * Keeps apart what is said of one meeting at the same time, because what may be said depends on what was said before. It
 * holds on this instance, which is the one that counts the meeting. Meetings may share a lock, so nothing is promised of
 * who waits for whom. Safe for many threads.
 */
@ApplicationScoped
public class MeetingLocks {

    private static final int MEETINGS = 64;
    private static final int PARTICIPANTS = 256;

    private final ReadWriteLock[] meetings = IntStream.range(0, MEETINGS)
            .mapToObj(i -> new ReentrantReadWriteLock(true))
            .toArray(ReadWriteLock[]::new);
    private final Lock[] participants =
            IntStream.range(0, PARTICIPANTS).mapToObj(i -> new ReentrantLock()).toArray(Lock[]::new);
    private final Duration patience;

    MeetingLocks(AggregatorConfig config) {
        this.patience = config.writes().patience();
    }

    /** Held until it is closed, by the thread that took it. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Nothing else is said of the meeting; empty when somebody else keeps at it. */
    public Optional<Held> meeting(String meetingId) {
        return take(of(meetingId).writeLock());
    }

    /** Nothing else is said of this participant, and nothing of the meeting as a whole; empty likewise. */
    public Optional<Held> participant(String meetingId, String participantId) {
        Optional<Held> meeting = take(of(meetingId).readLock());
        if (meeting.isEmpty()) {
            return Optional.empty();
        }
        int place = Math.floorMod(31 * meetingId.hashCode() + participantId.hashCode(), PARTICIPANTS);
        Optional<Held> both = take(participants[place]).map(participant -> () -> {
            participant.close();
            meeting.get().close();
        });
        if (both.isEmpty()) {
            meeting.get().close();
        }
        return both;
    }

    private ReadWriteLock of(String meetingId) {
        return meetings[Math.floorMod(meetingId.hashCode(), MEETINGS)];
    }

    private Optional<Held> take(Lock lock) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(lock::unlock)
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
