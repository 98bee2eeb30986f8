package dev.rapt.kafka;

import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.kafka.setup.topics.TopicPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The broker as a process: {@code PORT DIRECTORY PARTITIONS}. Prints {@code ready HOST:PORT} once clients are answered
 * and the topics are there; stops in order on SIGTERM. The environment's {@code RAPT_AUDIT_RETENTION}, as in {@code
 * P400D}, says how long the audit log is kept.
 */
public final class EmbeddedKafkaMain {

    private EmbeddedKafkaMain() {}

    public static void main(String[] args) {
        if (args.length != 3) {
            System.err.println("Use: PORT DIRECTORY PARTITIONS");
            System.exit(2);
        }
        EmbeddedKafka kafka =
                EmbeddedKafka.start(EmbeddedKafka.Settings.local(Integer.parseInt(args[0]), Path.of(args[1])));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "broker-stop"));
        TopicPlan plan = TopicPlan.small(Integer.parseInt(args[2]));
        KafkaTopics.create(
                KafkaConnection.plain(kafka.bootstrapServers()),
                auditRetention().map(plan::keepingAuditFor).orElse(plan));
        System.out.println("ready " + kafka.bootstrapServers());
        kafka.awaitShutdown();
    }

    private static Optional<Duration> auditRetention() {
        return Optional.ofNullable(System.getenv("RAPT_AUDIT_RETENTION")).map(Duration::parse);
    }
}
