package dev.rapt.access.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A map that forgets what wasn't asked for the longest, so that strangers can't fill the memory. Any thread may call it. */
public final class Recent<K, V> {

    private final Map<K, V> map;

    /** @param most entries */
    public Recent(int most) {
        this.map = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept under the key, or what is made for it. */
    public synchronized V get(K key, Function<K, V> make) {
        V kept = map.get(key);
        if (kept == null) {
            kept = make.apply(key);
            map.put(key, kept);
        }
        return kept;
    }

    /** What is kept under the key. */
    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(map.get(key));
    }

    /** Keeps it. */
    public synchronized void put(K key, V value) {
        map.put(key, value);
    }

    /** How many are kept. */
    synchronized int size() {
        return map.size();
    }
}
