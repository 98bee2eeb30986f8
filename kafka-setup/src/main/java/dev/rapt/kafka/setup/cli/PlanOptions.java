package dev.rapt.kafka.setup.cli;

import dev.rapt.kafka.setup.topics.TopicPlan;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the topics should be. */
final class PlanOptions {

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Of the topics that carry frames, fixed at creation; 4 without it to create, and as many as"
                    + " face-scores has to check")
    private Optional<Integer> partitions = Optional.empty();

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "Copies of each record; the brokers' default without it")
    private Optional<Integer> replication = Optional.empty();

    @Option(
            names = "--min-insync",
            paramLabel = "N",
            description = "Copies that must have a record before it counts as written; the brokers' default without it")
    private Optional<Integer> minInsync = Optional.empty();

    @Option(
            names = "--audit-retention",
            paramLabel = "DURATION",
            description = "How long the audit log is kept, as in P400D; the environment's RAPT_AUDIT_RETENTION without"
                    + " it, else 400 days or as long as it is kept already")
    private Optional<Duration> auditRetention = Optional.empty();

    private static final int FEW = 4;

    TopicPlan plan() {
        return new TopicPlan(
                partitions.orElse(FEW), replication, minInsync, auditRetention.or(() -> Optional.ofNullable(
                                System.getenv("RAPT_AUDIT_RETENTION"))
                        .filter(text -> !text.isBlank())
                        .map(Duration::parse)));
    }

    boolean anyPartitions() {
        return partitions.isEmpty();
    }
}
