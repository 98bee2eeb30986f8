package dev.rapt.detector.ingest.bot.webhook;

import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of the webhooks that were taken last, so that one delivered again is known. Any thread may call anything. */
final class RecentKeys {

    private final int most;
    private final Set<String> keys = new LinkedHashSet<>();

    RecentKeys(int most) {
        this.most = most;
    }

    synchronized boolean contains(String key) {
        return keys.contains(key);
    }

    synchronized void add(String key) {
        keys.add(key);
        if (keys.size() > most) {
            keys.remove(keys.iterator().next());
        }
    }
}
