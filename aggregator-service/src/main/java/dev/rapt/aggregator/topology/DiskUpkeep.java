package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.AggregatorConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the service does for deleted bytes to leave the disks, beside the topology itself. */
final class DiskUpkeep implements AutoCloseable {

    private final DiskRule rule;
    private final StoreFlusher flusher;
    private final Changelogs changelogs;
    private final Path directory;
    private final Duration staleAfter;

    DiskUpkeep(AggregatorConfig config, Map<String, Object> kafka) {
        AggregatorConfig.Streams streams = config.streams();
        rule = DiskRule.of(config.disk());
        flusher = StoreFlusher.every(config.disk().storeFlush());
        changelogs = new Changelogs(kafka, streams.applicationId(), rule.changelogs());
        directory = streams.stateDir().toAbsolutePath().resolve(streams.applicationId());
        staleAfter = config.disk().staleAfter();
    }

    /** This topology, whose stores and changelogs forget. */
    TimelineTopology over(TimelineTopology topology) {
        return topology.forgettingBy(rule, flusher);
    }

    /** Before the streams start; their directory must be theirs alone by now. */
    void prepare() throws InterruptedException {
        changelogs.renew();
        StaleState.deleteBefore(directory, Instant.now().minus(staleAfter));
    }

    @Override
    public void close() {
        flusher.close();
    }
}
