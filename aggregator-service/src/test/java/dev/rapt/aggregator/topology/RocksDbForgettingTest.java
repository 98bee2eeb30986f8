package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.CompactionStyle;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/** A store as Kafka Streams opens it, with much in it that stays, so that RocksDB sees no reason to tidy up by itself. */
class RocksDbForgettingTest {

    private static final String ERASED = "aaa-the-first-key-of-all";
    private static final int OTHERS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static {
        RocksDB.loadLibrary();
    }

    @TempDir
    Path directory;

    private boolean isOnDisk() {
        return !new DiskSearch(directory).filesWith(ERASED).isEmpty();
    }

    /** Writes, deletes, and goes on with what a pulse is, a flush each time, so many times or until nothing is left. */
    private int flushesUntilGone(Map<String, Object> settings, int most) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        try (Options options = new Options().setCreateIfMissing(true).setCompactionStyle(CompactionStyle.UNIVERSAL)) {
            RocksDbForgetting.apply(options, settings);
            try (RocksDB db = RocksDB.open(options, directory.toString());
                    WriteOptions write = new WriteOptions().setDisableWAL(true);
                    FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
                db.put(write, ERASED.getBytes(US_ASCII), new byte[100]);
                for (int other = 0; other < OTHERS; other++) {
                    db.put(write, ("other-" + other).getBytes(US_ASCII), new byte[100]);
                }
                db.flush(flush);
                assertThat(isOnDisk()).isTrue();

                db.delete(write, ERASED.getBytes(US_ASCII));
                int flushes = 0;
                while (isOnDisk() && flushes < most && Instant.now().isBefore(end)) {
                    pulse(db, write, flush);
                    flushes++;
                }
                assertThat(db.get("other-7".getBytes(US_ASCII))).hasSize(100);
                return flushes;
            }
        }
    }

    private static void pulse(RocksDB db, WriteOptions write, FlushOptions flush)
            throws RocksDBException, InterruptedException {
        db.delete(write, new byte[] {0});
        db.flush(flush);
        Thread.sleep(100);
    }

    @Test
    void aDeletedKeyLeavesTheFilesAndTheManifestWhenTheyAreOfAge() throws Exception {
        // When
        int flushes = flushesUntilGone(Map.of(RocksDbForgetting.AGE_MILLIS, 1_000L), Integer.MAX_VALUE);

        // Then
        assertThat(isOnDisk()).isFalse();
        assertThat(flushes).isPositive();
    }

    @Test
    void withoutThatItStays() throws Exception {
        // When
        flushesUntilGone(Map.of(), 30);

        // Then
        assertThat(isOnDisk()).isTrue();
    }
}
