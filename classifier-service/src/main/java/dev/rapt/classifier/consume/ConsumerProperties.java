package dev.rapt.classifier.consume;

import dev.rapt.classifier.ClassifierConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** How crops are fetched: in small pieces of memory, from the beginning when nothing was committed yet. */
final class ConsumerProperties {

    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private ConsumerProperties() {}

    static Map<String, Object> of(Map<String, Object> connection, ClassifierConfig config) {
        ClassifierConfig.Kafka kafka = config.kafka();
        int sessionTimeout = (int) kafka.sessionTimeout().toMillis();
        Map<String, Object> properties = new HashMap<>(connection);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.group());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, kafka.group());
        kafka.instanceId().ifPresent(id -> properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionTimeout);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.max(1, sessionTimeout / 4));
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxBatch());
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return properties;
    }
}
