package dev.rapt.classifier.publish;

import dev.rapt.classifier.ClassifierConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How results are sent: every one acknowledged by all replicas, none twice by a retry of the client, in order. */
final class ProducerProperties {

    private static final int BUFFER_BYTES = 8 * 1024 * 1024;

    private ProducerProperties() {}

    static Map<String, Object> of(Map<String, Object> connection, ClassifierConfig.Kafka kafka) {
        Map<String, Object> properties = new HashMap<>(connection);
        int deliveryTimeout = (int) kafka.deliveryTimeout().toMillis();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, kafka.group());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A batch is flushed when it is complete, so nothing is gained by waiting
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeout);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, deliveryTimeout / 2));
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.max(1, deliveryTimeout / 2));
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        return properties;
    }
}
