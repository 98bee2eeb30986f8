package dev.rapt.aggregator.topology;

import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.KafkaTrouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Looks whether the topics are there; the service makes none. */
final class RequiredTopics {

    private static final List<String> NEEDED =
            List.of(Topics.FACE_SCORES, Topics.MEETING_LOG, Topics.MEETING_STATE, Topics.DEAD_LETTERS);
    private static final List<String> ALIKE = List.of(Topics.FACE_SCORES, Topics.MEETING_LOG, Topics.MEETING_STATE);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private int partitions;

    RequiredTopics(Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /** What is in the way of a start, nothing when all is there. */
    Optional<String> obstacle() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            Set<String> there = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Set<String> missing = new TreeSet<>(NEEDED);
            missing.removeAll(there);
            return missing.isEmpty()
                    ? differentPartitions(admin)
                    : Optional.of("Kafka has no topic " + String.join(", ", missing) + " yet");
        } catch (ExecutionException | TimeoutException e) {
            return KafkaTrouble.refusal(e)
                    .or(() -> Optional.of(
                            "Kafka doesn't answer at " + kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)));
        } catch (KafkaException e) {
            // None of the brokers' names is known, as while a cluster starts
            return Optional.of(KafkaTrouble.of(e));
        }
    }

    /** How many partitions the topics have, as {@link #obstacle} saw when it last found nothing in the way. */
    int partitions() {
        return partitions;
    }

    // Everything of a meeting must meet in one partition
    private Optional<String> differentPartitions(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Integer> found = new TreeMap<>();
        admin.describeTopics(ALIKE)
                .allTopicNames()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((name, topic) -> found.put(name, topic.partitions().size()));
        partitions = found.getOrDefault(Topics.FACE_SCORES, 0);
        return Set.copyOf(found.values()).size() == 1
                ? Optional.empty()
                : Optional.of("These topics must have as many partitions as each other: " + found);
    }
}
