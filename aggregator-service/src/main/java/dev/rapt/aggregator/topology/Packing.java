package dev.rapt.aggregator.topology;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * Packs stretches that nothing has come of for a while, a bounded piece of work at a time. It remembers what was touched
 * since it began; what was left open before that it finds by one walk through the store, once it has waited as long.
 */
final class Packing {

    private final Shelf shelf;
    private final PackingRule rule;
    private final long startedAt;
    /** When each was touched last, the longest ago first. */
    private final Map<Shelf.Open, Long> touched = new LinkedHashMap<>(16, .75f, true);

    private Optional<Bytes> walkFrom = Optional.empty();
    private boolean walked;

    /** @param startedAt now, in milliseconds since the epoch by the clock that the other calls go by */
    Packing(Shelf shelf, PackingRule rule, long startedAt) {
        this.shelf = shelf;
        this.rule = rule;
        this.startedAt = startedAt;
    }

    /** A bucket of this stretch has changed. */
    void touch(Seat seat, Instant stretch, long now) {
        touched.put(new Shelf.Open(seat, stretch), now);
    }

    /** Does one piece of the work and returns how many buckets it packed. */
    int apply(long now) {
        long idleSince = now - rule.idle().toMillis();
        int packed = 0;
        Iterator<Map.Entry<Shelf.Open, Long>> next = touched.entrySet().iterator();
        while (packed < rule.batch() && next.hasNext()) {
            Map.Entry<Shelf.Open, Long> eldest = next.next();
            if (eldest.getValue() > idleSince) {
                break;
            }
            packed += shelf.pack(eldest.getKey());
            next.remove();
        }
        if (!walked && startedAt <= idleSince && packed < rule.batch()) {
            packed += walk(rule.batch() - packed);
        }
        return packed;
    }

    private int walk(int buckets) {
        Shelf.Walk walk = shelf.walk(walkFrom, buckets);
        int packed = 0;
        for (Shelf.Open open : walk.open()) {
            packed += touched.containsKey(open) ? 0 : shelf.pack(open);
        }
        walkFrom = walk.next();
        walked = walkFrom.isEmpty();
        return packed;
    }
}
