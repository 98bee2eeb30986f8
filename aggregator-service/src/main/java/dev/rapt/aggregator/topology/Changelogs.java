package dev.rapt.aggregator.topology;

import dev.rapt.contracts.Compaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/**
 * Gives changelogs that are there already the settings that new ones get: Kafka Streams sets them only on those it
 * creates, and those of an earlier version keep what was deleted for days.
 */
final class Changelogs {

    private static final Logger LOG = Logger.getLogger(Changelogs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final Set<String> names;
    private final Map<String, String> settings;

    Changelogs(Map<String, Object> kafka, String applicationId, Compaction compaction) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.names = TimelineTopology.STORES.stream()
                .map(store -> applicationId + "-" + store + "-changelog")
                .collect(Collectors.toUnmodifiableSet());
        this.settings = compaction.settings();
    }

    /** Sets them; a failure, as of a user who may not, is logged and leaves the changelogs as they are. */
    void renew() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            Set<String> there =
                    new HashSet<>(admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            there.retainAll(names);
            List<AlterConfigOp> wanted = settings.entrySet().stream()
                    .map(setting -> new AlterConfigOp(
                            new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            admin.incrementalAlterConfigs(there.stream()
                            .collect(Collectors.toMap(
                                    name -> new ConfigResource(ConfigResource.Type.TOPIC, name), name -> wanted)))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "The changelogs keep the settings they have, and what is deleted may stay in Kafka longer: %s",
                    e.getMessage());
        }
    }
}
