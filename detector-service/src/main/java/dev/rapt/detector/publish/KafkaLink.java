package dev.rapt.detector.publish;

import com.google.protobuf.MessageLite;
import dev.rapt.contracts.Topics;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.kafka.setup.KafkaTrouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * The way to Kafka: looks for it in the background until it and the topics were seen once, so that the service starts
 * without it and no frame ever waits for it. Later outages are the sends' to notice. Any thread may call anything.
 */
public final class KafkaLink implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KafkaLink.class);
    private static final List<String> TOPICS = List.of(Topics.FACE_CROPS, Topics.MEETING_LOG, Topics.MEETING_STATE);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> kafka;
    private final DetectorConfig.Kafka limits;
    private final Thread thread = new Thread(this::run, "rapt-kafka-link");
    private volatile Producer<String, MessageLite> producer;
    private volatile String obstacle = "Kafka has not been reached yet.";
    private volatile boolean open = true;

    /** @param kafka the common settings of Kafka's clients */
    public KafkaLink(Map<String, Object> kafka, DetectorConfig.Kafka limits) {
        this.kafka = Map.copyOf(kafka);
        this.limits = limits;
        thread.setDaemon(true);
    }

    /** Begins to look for Kafka. */
    public void open() {
        thread.start();
    }

    /** Why nothing can be published yet; empty once Kafka and the topics were seen. */
    public Optional<String> obstacle() {
        return producer == null ? Optional.of(obstacle) : Optional.empty();
    }

    Optional<Producer<String, MessageLite>> producer() {
        return Optional.ofNullable(producer);
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        Producer<String, MessageLite> last = producer;
        if (last != null) {
            last.close(PATIENCE);
        }
    }

    private void run() {
        try {
            while (open && producer == null) {
                if (topicsAreThere()) {
                    connect();
                }
                if (producer == null) {
                    Thread.sleep(limits.retry().toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A producer that asked for a missing topic would make it where brokers allow that; an admin client doesn't
    private boolean topicsAreThere() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "rapt-detector-look");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                limits.request().toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(settings)) {
            Map<String, KafkaFuture<TopicDescription>> topics =
                    admin.describeTopics(TOPICS).topicNameValues();
            for (String topic : TOPICS) {
                if (!isThere(topic, topics.get(topic))) {
                    return false;
                }
            }
            return true;
        } catch (TimeoutException | KafkaException e) {
            hinder(KafkaTrouble.of(e));
        }
        return false;
    }

    private boolean isThere(String topic, KafkaFuture<TopicDescription> description)
            throws InterruptedException, TimeoutException {
        try {
            description.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            hinder(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "The topic " + topic + " doesn't exist."
                            : KafkaTrouble.of(e));
            return false;
        }
    }

    private void connect() {
        Producer<String, MessageLite> candidate = null;
        try {
            candidate = new KafkaProducer<>(
                    ProducerSettings.of(kafka, limits),
                    new StringSerializer(),
                    (topic, message) -> message.toByteArray());
            // Fetches the metadata, so that the first send doesn't wait for it
            TOPICS.forEach(candidate::partitionsFor);
            producer = candidate;
            LOG.infof("Publishing to %s", String.join(", ", TOPICS));
        } catch (KafkaException e) {
            hinder(KafkaTrouble.of(e));
            if (candidate != null) {
                candidate.close(Duration.ZERO);
            }
        }
    }

    private void hinder(String why) {
        if (!why.equals(obstacle)) {
            LOG.warnf("Not publishing: %s", why);
            obstacle = why;
        }
    }
}
