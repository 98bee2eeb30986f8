package dev.rapt.aggregator.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.ThreadMetadata;
import org.jboss.logging.Logger;

/**
 * Which of this instance's copies can be shown. A copy that is still being filled would tell of half a meeting as if it
 * were all, so a copy counts only after two looks in a row have found it near its changelog's end.
 */
final class Copies {

    private static final Logger LOG = Logger.getLogger(Copies.class);
    private static final int LOOKS = 2;

    private final long most;
    private volatile Map<Integer, Integer> near = Map.of();

    /** @param most how many records of a changelog a copy may lack */
    Copies(long most) {
        this.most = most;
    }

    boolean canBeShown(int partition) {
        return near.getOrDefault(partition, 0) >= LOOKS;
    }

    /** Looks at the copies, if there are any; asks the broker, so it may take a while. */
    void look(KafkaStreams running) {
        try {
            judge(needed(running) ? worst(running.allLocalStorePartitionLags()) : Map.of());
        } catch (RuntimeException e) {
            // Without the broker there is nothing new in the changelogs either: what was near is still near
            LOG.debugf("How far the copies are behind isn't known: %s", e.getMessage());
        }
    }

    private static boolean needed(KafkaStreams running) {
        return running.state() == KafkaStreams.State.REBALANCING
                || running.metadataForLocalThreads().stream()
                        .map(ThreadMetadata::standbyTasks)
                        .anyMatch(tasks -> !tasks.isEmpty());
    }

    private static Map<Integer, Long> worst(Map<String, Map<Integer, LagInfo>> stores) {
        Map<Integer, Long> worst = new HashMap<>();
        stores.values()
                .forEach(
                        store -> store.forEach((partition, lag) -> worst.merge(partition, lag.offsetLag(), Math::max)));
        return worst;
    }

    /** @param lags by how many records the worst store of each partition lags */
    void judge(Map<Integer, Long> lags) {
        Map<Integer, Integer> now = new HashMap<>();
        lags.forEach((partition, lag) -> {
            if (lag <= most) {
                now.put(partition, Math.min(LOOKS, near.getOrDefault(partition, 0) + 1));
            }
        });
        near = Map.copyOf(now);
    }
}
