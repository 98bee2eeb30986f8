package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.DiskConfig;
import dev.rapt.contracts.Compaction;
import java.time.Duration;
import java.util.Optional;

/**
 * How deleted bytes leave the disks.
 *
 * @param pulse how often to write a record that says nothing; empty: never, and idle changelogs keep what was deleted
 * @param changelogs how they are compacted
 */
public record DiskRule(Optional<Duration> pulse, Compaction changelogs) {

    /** Without a pulse. */
    public static final DiskRule STILL = new DiskRule(Optional.empty(), Compaction.WITHIN_AN_HOUR);

    public DiskRule {
        if (pulse.isPresent() && pulse.get().toMillis() <= 0) {
            throw new IllegalArgumentException("A pulse comes again after more than zero");
        }
    }

    static DiskRule of(DiskConfig config) {
        Compaction changelogs =
                new Compaction(config.changelogSegment(), config.changelogLag(), config.changelogTombstones());
        return new DiskRule(Optional.of(config.pulse()), changelogs);
    }
}
