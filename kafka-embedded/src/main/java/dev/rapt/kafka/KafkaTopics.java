package dev.rapt.kafka;

import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.kafka.setup.topics.TopicPlan;
import dev.rapt.kafka.setup.topics.TopicSetup;
import java.time.Duration;
import java.util.List;

/** Creates the topics of Rapt on a broker that is alone. */
public final class KafkaTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KafkaTopics() {}

    /**
     * Creates the topics that are missing, and gives those that are there the settings they would be created with.
     *
     * @param bootstrapServers a broker's address
     * @param partitions the partitions of the topics that carry frames
     * @throws IllegalStateException when a topic is there with another number of partitions, or when no broker answers
     */
    public static void create(String bootstrapServers, int partitions) {
        create(KafkaConnection.plain(bootstrapServers), TopicPlan.small(partitions));
    }

    /** The same for these topics. */
    public static void create(String bootstrapServers, List<Topics.Spec> specs) {
        try (TopicSetup setup = new TopicSetup(KafkaConnection.plain(bootstrapServers), PATIENCE)) {
            setup.create(specs, TopicPlan.small(1).keepingAuditFor(Topics.AUDIT_RETENTION));
        }
    }

    /** The same by a plan. */
    public static void create(KafkaConnection connection, TopicPlan plan) {
        try (TopicSetup setup = new TopicSetup(connection, PATIENCE)) {
            setup.create(plan);
        }
    }
}
