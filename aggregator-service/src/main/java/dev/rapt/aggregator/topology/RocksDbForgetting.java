package dev.rapt.aggregator.topology;

import java.time.Duration;
import java.util.Map;
import org.rocksdb.Options;

/**
 * Has RocksDB write its files again when they are of an age, all files of a store together: only then is what was deleted
 * or replaced no longer in any of them. And has it begin a new manifest with every change, because a manifest keeps the
 * first and the last key of each file there ever was.
 */
final class RocksDbForgetting {

    /** The setting that says the age in milliseconds; without it files are written again when RocksDB sees fit. */
    static final String AGE_MILLIS = "rapt.store.rewrite.ms";

    private static final long SMALLEST_MANIFEST = 1;

    private RocksDbForgetting() {}

    static void apply(Options options, Map<String, Object> settings) {
        Object given = settings.get(AGE_MILLIS);
        if (given != null) {
            Duration age = Duration.ofMillis(Long.parseLong(given.toString()));
            options.setPeriodicCompactionSeconds(Math.max(1, age.toSeconds()));
            options.setMaxManifestFileSize(SMALLEST_MANIFEST);
        }
    }
}
