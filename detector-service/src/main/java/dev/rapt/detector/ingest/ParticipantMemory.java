package dev.rapt.detector.ingest;

import dev.rapt.detector.face.FaceTrack;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one process remembers of participants from frame to frame: where the face was, and how many frames were skipped
 * since the last record. It is only a cache, bounded and expiring: another replica knows nothing of it and works as
 * well. Any thread may call anything.
 */
final class ParticipantMemory {

    private final int capacity;
    private final long expiryMillis;
    private final Clock clock;
    private final Map<ParticipantKey, Entry> entries = new LinkedHashMap<>(64, .75f, true);

    ParticipantMemory(int capacity, Duration expiry, Clock clock) {
        this.capacity = capacity;
        this.expiryMillis = expiry.toMillis();
        this.clock = clock;
    }

    /** Where the participant's face was last, while that isn't too long ago. */
    synchronized Optional<FaceTrack> lastFace(ParticipantKey participant) {
        Entry entry = entries.get(participant);
        if (entry == null || clock.millis() - entry.seenAt > expiryMillis) {
            return Optional.empty();
        }
        return entry.face;
    }

    /** Remembers the face of a frame that shows it. */
    synchronized void saw(ParticipantKey participant, FaceTrack face) {
        Entry entry = entry(participant);
        entry.face = Optional.of(face);
        entry.seenAt = clock.millis();
    }

    /** A frame doesn't show the face; its place still counts for a while. */
    synchronized void missed(ParticipantKey participant) {
        Entry entry = entries.get(participant);
        if (entry != null) {
            entry.face = entry.face.map(FaceTrack::lost);
        }
    }

    synchronized void skipped(ParticipantKey participant, int frames) {
        if (frames > 0) {
            entry(participant).skipped += frames;
        }
    }

    /** How many frames were skipped since this was last asked. */
    synchronized int takeSkipped(ParticipantKey participant) {
        Entry entry = entries.get(participant);
        if (entry == null) {
            return 0;
        }
        int skipped = entry.skipped;
        entry.skipped = 0;
        return skipped;
    }

    /** Forgets a participant. */
    synchronized void forget(ParticipantKey participant) {
        entries.remove(participant);
    }

    /** Forgets those of a meeting who may not be remembered any more. */
    synchronized void forget(String meetingId, Predicate<ParticipantKey> whom) {
        entries.keySet().removeIf(key -> key.meetingId().equals(meetingId) && whom.test(key));
    }

    synchronized int size() {
        return entries.size();
    }

    private Entry entry(ParticipantKey participant) {
        Entry entry = entries.computeIfAbsent(participant, key -> new Entry());
        if (entries.size() > capacity) {
            Iterator<ParticipantKey> eldest = entries.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return entry;
    }

    private static final class Entry {
        private Optional<FaceTrack> face = Optional.empty();
        private long seenAt;
        private int skipped;
    }
}
