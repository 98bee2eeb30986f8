package dev.rapt.kafka.setup.topics;

import dev.rapt.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the topics are to be.
 *
 * @param partitions those of the topics that carry frames, fixed at creation
 * @param replication copies of each record; the broker's default when empty
 * @param minInsync copies that must have a record before it counts as written; the broker's default when empty
 * @param auditRetention how long the audit log is kept; when empty, as long as it is now, and at least {@link
 *     Topics#AUDIT_RETENTION}
 */
public record TopicPlan(
        int partitions, Optional<Integer> replication, Optional<Integer> minInsync, Optional<Duration> auditRetention) {

    static final String MIN_INSYNC = "min.insync.replicas";
    static final String RETENTION = "retention.ms";

    public TopicPlan {
        atLeastOne("Partitions", partitions);
        replication.ifPresent(copies -> atLeastOne("Replication", copies));
        minInsync.ifPresent(copies -> atLeastOne("In-sync replicas", copies));
        if (replication.isPresent() && minInsync.isPresent() && minInsync.get() > replication.get()) {
            throw new IllegalArgumentException("In-sync replicas are at most as many as replicas: " + minInsync.get()
                    + " of " + replication.get());
        }
    }

    /** For one broker that is alone. */
    public static TopicPlan small(int partitions) {
        return new TopicPlan(partitions, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with the audit log kept for so long. */
    public TopicPlan keepingAuditFor(Duration retention) {
        return new TopicPlan(partitions, replication, minInsync, Optional.of(retention));
    }

    /** The topics and their settings. */
    List<Topics.Spec> specs() {
        return Topics.specs(partitions, auditRetention.orElse(Topics.AUDIT_RETENTION)).stream()
                .map(spec -> new Topics.Spec(spec.name(), spec.partitions(), settings(spec)))
                .toList();
    }

    /** Whether this setting of a topic is as planned. */
    boolean isMetBy(String topic, String setting, String planned, String there) {
        return planned.equals(there) || mayStay(topic, setting, planned, there);
    }

    /** An audit log that is kept longer than usual is somebody's wish, unless the plan says how long. */
    private boolean mayStay(String topic, String setting, String planned, String there) {
        return topic.equals(Topics.AUDIT)
                && setting.equals(RETENTION)
                && auditRetention.isEmpty()
                && there.matches("-1|\\d{1,18}")
                && (there.equals("-1") || Long.parseLong(there) > Long.parseLong(planned));
    }

    private Map<String, String> settings(Topics.Spec spec) {
        Map<String, String> settings = new HashMap<>(spec.config());
        minInsync.ifPresent(copies -> settings.put(MIN_INSYNC, copies.toString()));
        return settings;
    }

    private static void atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be 1 or more, not " + number);
        }
    }
}
