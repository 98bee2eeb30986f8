package dev.rapt.aggregator.query;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.KafkaConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the topics themselves, beside Kafka Streams and without joining its group: what came of a meeting since a record.
 * Whatever instance is asked, the answer is the same. Safe for many threads, one after the other; blocks, so not on an
 * event loop.
 */
@ApplicationScoped
public class ScoreLog {

    private static final Logger LOG = Logger.getLogger(ScoreLog.class);
    private static final long BEFORE_THE_FIRST = -1;

    /** Many listeners of a meeting lose their connections at once, and come back with the same id. */
    private static final int REMEMBERED = 64;

    private record Question(String meetingId, int partition, long offset) {}

    private final Map<String, Object> kafka;
    private final AggregatorConfig.Live settings;
    private final Map<Question, MissedRecords> read = new LinkedHashMap<>(REMEMBERED, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, MissedRecords> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();
    private OptionalInt partitions = OptionalInt.empty();

    ScoreLog(KafkaConnection kafka, AggregatorConfig config) {
        this.settings = config.live();
        this.kafka = new HashMap<>(kafka.properties());
        this.kafka.put(ConsumerConfig.GROUP_ID_CONFIG, config.streams().applicationId());
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        int patience = (int) settings.replayTime().toMillis();
        this.kafka.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        this.kafka.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    }

    /** The partition that holds all of a meeting's scores; empty when Kafka doesn't say now. */
    public synchronized OptionalInt partitionOf(String meetingId) {
        if (partitions.isEmpty()) {
            partitions = ask(open -> open.partitionsFor(Topics.FACE_SCORES).size())
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        }
        return partitions.isPresent()
                ? OptionalInt.of(Keys.partitionOf(meetingId, partitions.getAsInt()))
                : OptionalInt.empty();
    }

    /** The last offset of the scores that surely is in the stores of whoever has the partition, -1 when none is. */
    public synchronized OptionalLong committed(int partition) {
        TopicPartition scores = new TopicPartition(Topics.FACE_SCORES, partition);
        return ask(open -> Optional.ofNullable(open.committed(Set.of(scores)).get(scores))
                        .map(OffsetAndMetadata::offset)
                        .map(next -> next - 1)
                        .orElse(BEFORE_THE_FIRST))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** What came of a meeting after this offset of its partition. */
    public synchronized Since since(String meetingId, int partition, long offset) {
        MissedRecords missed = read.computeIfAbsent(
                new Question(meetingId, partition, offset),
                question -> new MissedRecords(meetingId, partition, offset));
        return ask(open -> missed.readOn(open, settings)).orElseGet(Since.Unreadable::new);
    }

    private <T> Optional<T> ask(Function<KafkaConsumer<byte[], byte[]>, T> question) {
        try {
            if (consumer.isEmpty()) {
                consumer = Optional.of(
                        new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            }
            return Optional.of(question.apply(consumer.get()));
        } catch (KafkaException e) {
            LOG.warnf("Kafka doesn't say what a listener has missed: %s", e.getMessage());
            return Optional.empty();
        }
    }

    @PreDestroy
    synchronized void close() {
        consumer.ifPresent(open -> open.close(Duration.ofSeconds(1)));
        consumer = Optional.empty();
    }
}
