package dev.rapt.kafka;

import dev.rapt.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics of Rapt. The partitions are fixed at creation: the place of a participant's records depends on
 * them.
 */
public final class KafkaTopics {

    private static final int TIMEOUT_MS = 60_000;

    private KafkaTopics() {}

    /**
     * Creates the topics that are missing, and gives those that are there the settings they would be created with.
     *
     * @param bootstrapServers a broker's address
     * @param partitions the partitions of the topics that carry frames
     * @throws IllegalStateException when a topic is there with another number of partitions, or when no broker answers
     */
    public static void create(String bootstrapServers, int partitions) {
        create(bootstrapServers, Topics.specs(partitions));
    }

    /** The same for these topics. */
    public static void create(String bootstrapServers, List<Topics.Spec> specs) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG,
                50L);
        try (Admin admin = Admin.create(settings)) {
            create(admin, specs);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The topics can't be created on " + bootstrapServers + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the topics", e);
        }
    }

    private static void create(Admin admin, List<Topics.Spec> specs) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = specs.stream()
                .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
                        .configs(spec.config()))
                .toList();
        Map<String, KafkaFuture<Void>> created = admin.createTopics(topics).values();
        for (Topics.Spec spec : specs) {
            try {
                created.get(spec.name()).get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                check(admin, spec);
                renew(admin, spec);
            }
        }
    }

    private static void check(Admin admin, Topics.Spec spec) throws ExecutionException, InterruptedException {
        TopicDescription there = admin.describeTopics(List.of(spec.name()))
                .topicNameValues()
                .get(spec.name())
                .get();
        if (there.partitions().size() != spec.partitions()) {
            throw new IllegalStateException("Topic " + spec.name() + " has "
                    + there.partitions().size()
                    + " partitions where " + spec.partitions()
                    + " are expected: they are fixed at creation, so start with the number it has,"
                    + " or delete the topic first");
        }
    }

    /** A directory may come from an earlier version, which kept things longer. */
    private static void renew(Admin admin, Topics.Spec spec) throws ExecutionException, InterruptedException {
        List<AlterConfigOp> settings = spec.config().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, spec.name()), settings))
                .all()
                .get();
    }
}
