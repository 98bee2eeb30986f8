package dev.rapt.classifier.consume;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;

/** Whether a consumer is a living member of its group. Any thread may ask. */
record Membership(CropSession session, Consumer<byte[], byte[]> consumer) {

    private static final String HEARTBEAT = "last-heartbeat-seconds-ago";

    /** Why it isn't, if so: it hasn't joined yet, or it has sent no heartbeat for so long. */
    Optional<String> trouble(Duration silence) {
        if (!session.joined()) {
            return Optional.of("the consumer hasn't joined its group yet");
        }
        // The metrics are the one part of a consumer that other threads may read
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(HEARTBEAT))
                .map(metric -> ((Number) metric.metricValue()).doubleValue())
                .filter(seconds -> seconds > silence.toSeconds())
                .findFirst()
                .map(seconds -> "no heartbeat to Kafka for %.0f s".formatted(seconds));
    }
}
