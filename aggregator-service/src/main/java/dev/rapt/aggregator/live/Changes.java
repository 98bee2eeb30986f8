package dev.rapt.aggregator.live;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The latest rows that some listener hasn't got yet, each once, with the version in which it came to be so. A listener
 * that was slow gets all of a version after its own: the latest of each, and nothing twice. For one thread.
 */
final class Changes {

    /**
     * A row.
     *
     * @param step the number of the step since the epoch
     */
    record Place(String participantId, long step) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::participantId).thenComparing(Place::step);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(long version, String json) {}

    private final TreeMap<Place, Row> rows = new TreeMap<>();

    void put(Place place, long version, String json) {
        rows.put(place, new Row(version, json));
    }

    /** All that came after this version, in order of participants and steps. */
    TreeMap<Place, String> since(long version) {
        TreeMap<Place, String> found = new TreeMap<>();
        for (Map.Entry<Place, Row> entry : rows.entrySet()) {
            if (entry.getValue().version() > version) {
                found.put(entry.getKey(), entry.getValue().json());
            }
        }
        return found;
    }

    /**
     * Forgets the rows of the oldest versions until there are no more than this, and says of which version the newest
     * forgotten row is: who hasn't seen that version has missed something. 0 when nothing had to be forgotten.
     */
    long keepNewest(int most) {
        if (rows.size() <= most) {
            return 0;
        }
        NavigableMap<Long, Integer> rowsOf = new TreeMap<>();
        rows.values().forEach(row -> rowsOf.merge(row.version(), 1, Integer::sum));
        int kept = 0;
        for (Map.Entry<Long, Integer> version : rowsOf.descendingMap().entrySet()) {
            kept += version.getValue();
            if (kept > most) {
                forgetUntil(version.getKey());
                return version.getKey();
            }
        }
        throw new IllegalStateException("More rows than there are of all versions");
    }

    /** Forgets all rows of somebody. */
    void forget(String participantId) {
        rows.keySet().removeIf(place -> place.participantId().equals(participantId));
    }

    /** Forgets what everybody has. */
    void forgetUntil(long version) {
        rows.values().removeIf(row -> row.version() <= version);
    }
}
