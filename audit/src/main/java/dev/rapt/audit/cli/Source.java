package dev.rapt.audit.cli;

import dev.rapt.audit.log.LogReader;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.cli.ConnectionOptions;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which log, and from when. */
final class Source {

    @Mixin
    private ConnectionOptions kafka;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = Topics.AUDIT,
            description = "The log's topic; ${DEFAULT-VALUE} without it")
    private String topic;

    @Option(names = "--since", paramLabel = "MOMENT", description = "From when, as in 2026-01-05T10:00:00Z")
    private Optional<Instant> since;

    LogReader open() {
        return new LogReader(kafka.properties(), topic);
    }

    Optional<Instant> since() {
        return since;
    }
}
