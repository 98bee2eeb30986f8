package dev.rapt.detector.ingest.gallery;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The common gallery of each meeting whose composites come one a request. It is only a cache, bounded and expiring: where
 * a gallery isn't known any more, or on another replica, names begin anew. Any thread may ask.
 */
final class Galleries {

    private final GallerySettings settings;
    private final Function<String, Gallery> begin;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, .75f, true);

    private record Entry(Gallery gallery, long usedAt) {}

    Galleries(GallerySettings settings, Function<String, Gallery> begin, Clock clock) {
        this.settings = settings;
        this.begin = begin;
        this.clock = clock;
    }

    /** The meeting's gallery, if it is known; its next composite finds it as it is. */
    synchronized Optional<Gallery> known(String meetingId) {
        return Optional.ofNullable(entries.get(meetingId)).map(Entry::gallery);
    }

    synchronized void forget(String meetingId) {
        entries.remove(meetingId);
    }

    synchronized Gallery of(String meetingId) {
        long now = clock.millis();
        // The one that wasn't used for longest comes first
        Iterator<Entry> eldest = entries.values().iterator();
        while (eldest.hasNext()
                && now - eldest.next().usedAt > settings.expiry().toMillis()) {
            eldest.remove();
        }
        Entry known = entries.get(meetingId);
        Gallery gallery = known == null ? begin.apply(meetingId) : known.gallery;
        entries.put(meetingId, new Entry(gallery, now));
        if (entries.size() > settings.meetings()) {
            entries.remove(entries.keySet().iterator().next());
        }
        return gallery;
    }
}
