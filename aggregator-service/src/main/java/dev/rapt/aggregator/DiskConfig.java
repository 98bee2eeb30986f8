package dev.rapt.aggregator;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How soon erased bytes leave the disks: the changelogs in Kafka and the state directories. docs/erasure.md adds these
 * times up; with the defaults everything is gone within an hour.
 */
public interface DiskConfig {
    /**
     * How often each partition writes a record that says nothing into each changelog and into {@code meeting-state}:
     * without it a topic that nothing else comes to never begins a new segment, and is never compacted.
     */
    @WithDefault("PT1M")
    Duration pulse();

    /** After how long a pulse begins a new segment of a changelog. */
    @WithDefault("PT5M")
    Duration changelogSegment();

    /** The longest until the broker's cleaner looks at what came to a changelog; longer than a segment and a pulse. */
    @WithDefault("PT18M")
    Duration changelogLag();

    /** How long a changelog remembers that something was deleted, after the cleaning that obeyed it. */
    @WithDefault("PT15M")
    Duration changelogTombstones();

    /**
     * A partition's state directory that was left longer ago than this is deleted when the service starts, and filled again
     * from the changelog, which may have forgotten what was deleted meanwhile. Shorter than the time of tombstones.
     */
    @WithDefault("PT10M")
    Duration staleAfter();

    /** How long the directory of a partition that went to another instance is kept; it may stay twice as long. */
    @WithDefault("PT5M")
    Duration leftBehind();

    /** How often each store, copies too, writes what it holds in memory to its files. */
    @WithDefault("PT5M")
    Duration storeFlush();

    /** The age at which a store's file is written again, without what was deleted or replaced. */
    @WithDefault("PT20M")
    Duration storeRewrite();
}
