package dev.rapt.aggregator.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One bounded piece of native memory for all stores of the process, whatever the number of partitions: blocks, their
 * indexes and filters, and what isn't written yet. Kafka Streams makes one of these for each store.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {

    /** The setting that says how many bytes, of the first store that is opened. */
    public static final String BYTES = "rapt.store.memory.bytes";

    static final long DEFAULT_BYTES = 64L << 20;
    private static final long BLOCK_BYTES = 4 << 10;
    private static final long WRITE_BUFFER_BYTES = 2 << 20;
    private static final int WRITE_BUFFERS = 2;
    private static final double INDEX_SHARE = .1;

    private static Cache cache;
    private static WriteBufferManager unwritten;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        share(settings);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setBlockSize(BLOCK_BYTES);
        table.setFilterPolicy(new BloomFilter());
        // Without these two lines the indexes of 48 partitions live outside the cache and aren't bounded
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(unwritten);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setMaxOpenFiles(256);
        RocksDbForgetting.apply(options, settings);
    }

    @Override
    public void close(String store, Options options) {
        // The memory is shared and lives as long as the process
    }

    private static synchronized void share(Map<String, Object> settings) {
        if (cache == null) {
            Object given = settings.get(BYTES);
            long bytes = given == null ? DEFAULT_BYTES : Long.parseLong(given.toString());
            cache = new LRUCache(bytes, -1, false, INDEX_SHARE);
            // What isn't written yet is charged to the same cache
            unwritten = new WriteBufferManager(bytes / 3, cache);
        }
    }
}
