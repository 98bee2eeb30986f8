package dev.rapt.meeting.follow;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.kafka.setup.KafkaTrouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Follows all partitions of {@link Topics#MEETING_STATE} from the beginning, on a thread of its own, so that every
 * replica knows of every meeting. While the topic or Kafka is missing it waits; after a failure it reads everything once
 * more. A record that can't be read, or that the sink can't take, is logged by its place and left out.
 */
public final class StateFollower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StateFollower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final Duration retry;
    private final StateSink sink;
    private final Thread thread = new Thread(this::run, "rapt-meeting-states");
    private volatile Consumer<String, byte[]> current;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean open = true;
    private String refusal = "";

    /**
     * @param kafka the common settings of Kafka's clients
     * @param clientId the name of the client that reads
     * @param retry the pause between two attempts
     */
    public StateFollower(Map<String, Object> kafka, String clientId, Duration retry, StateSink sink) {
        this.settings = settings(kafka, clientId);
        this.retry = retry;
        this.sink = sink;
        thread.setDaemon(true);
    }

    /** Begins to read. */
    public void open() {
        thread.start();
    }

    /** Connections to brokers that it has now; none while Kafka can't be reached. Any thread may ask. */
    public int connections() {
        Consumer<String, byte[]> now = current;
        if (now == null) {
            return 0;
        }
        // The consumer asks each second, so a connection that is idle for so long that it is closed doesn't occur
        return now.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .mapToInt(metric -> ((Number) metric.metricValue()).intValue())
                .sum();
    }

    @Override
    public void close() {
        open = false;
        closed.countDown();
        // Not an interrupt, which would break off the consumer's own close
        Consumer<String, byte[]> now = current;
        if (now != null) {
            now.wakeup();
        }
    }

    private void run() {
        try {
            while (open) {
                try (Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                    current = consumer;
                    follow(consumer);
                } catch (WakeupException e) {
                    return;
                } catch (KafkaException e) {
                    refused(e);
                    hinder(KafkaTrouble.of(e));
                }
                closed.await(retry.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.MEETING_STATE, PATIENCE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            hinder("The topic " + Topics.MEETING_STATE + " doesn't exist.");
            return;
        }
        sink.begun();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        boolean caughtUp = false;
        while (open) {
            if (!caughtUp
                    && partitions.stream().allMatch(part -> consumer.position(part, PATIENCE) >= ends.get(part))) {
                caughtUp = true;
                sink.caughtUp();
                LOG.debugf("The states of meetings are read");
            }
            consumer.poll(POLL).forEach(this::tell);
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        try {
            Optional<MeetingState> state =
                    record.value() == null ? Optional.empty() : Optional.of(MeetingState.parseFrom(record.value()));
            sink.told(record.key(), state);
        } catch (InvalidProtocolBufferException e) {
            LOG.warnf(
                    "A state of a meeting can't be read: %s-%d@%d, %d bytes",
                    record.topic(), record.partition(), record.offset(), record.serializedValueSize());
        } catch (RuntimeException e) {
            // One record that nobody thought of must not end the reading of all that come after it
            LOG.errorf(
                    e,
                    "A state of a meeting can't be taken in: %s-%d@%d, %d bytes",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.serializedValueSize());
        }
    }

    /** What time doesn't mend is said aloud, once. */
    private void refused(KafkaException e) {
        String why = KafkaTrouble.refusal(e).orElse("");
        if (!why.isEmpty() && !why.equals(refusal)) {
            LOG.warnf("The states of meetings can't be read: %s", why);
        }
        refusal = why;
    }

    private void hinder(String why) {
        LOG.debugf("The states of meetings can't be read: %s", why);
        sink.hindered("The states of meetings can't be read. " + why);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, String clientId) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return settings;
    }
}
