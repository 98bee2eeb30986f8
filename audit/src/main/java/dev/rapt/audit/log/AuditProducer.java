package dev.rapt.audit.log;

import dev.rapt.audit.AuditEntry;
import dev.rapt.audit.AuditMessages;
import dev.rapt.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends entries, and waits until all in-sync replicas have them. After a failure it begins anew. For one thread. */
final class AuditProducer {

    private final Map<String, Object> settings;
    private final Duration patience;
    private Producer<byte[], byte[]> producer;

    AuditProducer(Map<String, Object> kafka, AuditSettings settings) {
        this.settings = settings(kafka, settings);
        this.patience = settings.patience();
    }

    /** @throws NotWrittenException if some of them aren't known to be in the log; a beginning of them may be */
    void write(List<AuditEntry> entries) throws InterruptedException {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
            for (AuditEntry entry : entries) {
                byte[] value = AuditMessages.bytes(entry);
                sent.add(producer().send(new ProducerRecord<>(Topics.AUDIT, 0, null, value)));
            }
            long end = System.nanoTime() + patience.toNanos() * 2;
            for (Future<RecordMetadata> one : sent) {
                one.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            throw abandoned(e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw abandoned(e);
        }
    }

    /** What is still under way must not come after what the next one sends. */
    private NotWrittenException abandoned(Throwable cause) {
        close(Duration.ZERO);
        return new NotWrittenException(cause.toString(), cause);
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    void close(Duration wait) {
        if (producer != null) {
            producer.close(wait);
            producer = null;
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, AuditSettings limits) {
        int patience = Math.toIntExact(limits.patience().toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, limits.service() + "-audit");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // One after the other, so that what fails is the end of what was sent
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, patience / 2));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        return settings;
    }
}
