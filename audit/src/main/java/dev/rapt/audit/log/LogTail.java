package dev.rapt.audit.log;

import dev.rapt.audit.Action;
import dev.rapt.audit.AuditEntry;
import dev.rapt.audit.AuditMessages;
import dev.rapt.audit.Hash;
import dev.rapt.audit.LogHead;
import dev.rapt.contracts.Topics;
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
import org.jboss.logging.Logger;

/**
 * Follows the log on a thread of its own, and keeps its head. It needn't read all of it: whoever wrote one of the last
 * entries says what the head was before.
 */
final class LogTail implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogTail.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.AUDIT, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final Thread thread = new Thread(this::run, "rapt-audit-tail");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Consumer<byte[], byte[]> current;
    private volatile Optional<Tail> tail = Optional.empty();
    private volatile String own = "";
    private volatile String obstacle = "The audit log has not been read yet.";

    LogTail(Map<String, Object> kafka, String clientId) {
        this.settings = settings(kafka, clientId);
        thread.setDaemon(true);
    }

    void open() {
        thread.start();
    }

    /** What this writer tells needs no other entry of its own. */
    void own(String writer) {
        own = writer;
    }

    /** What is seen of the log; empty until it was read to its end, and while it can't be read. */
    Optional<Tail> seen() {
        return tail;
    }

    Optional<String> obstacle() {
        return tail.isPresent() ? Optional.empty() : Optional.of(obstacle);
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<byte[], byte[]> now = current;
        if (now != null) {
            now.wakeup();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void run() {
        try {
            while (isOpen()) {
                try (Consumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                    current = consumer;
                    follow(consumer);
                } catch (WakeupException e) {
                    return;
                } catch (KafkaException e) {
                    hinder(KafkaTrouble.of(e));
                }
                closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        int partitions = consumer.partitionsFor(Topics.AUDIT, PATIENCE).size();
        if (partitions != 1) {
            hinder(
                    partitions == 0
                            ? "The topic " + Topics.AUDIT + " doesn't exist."
                            : "The topic " + Topics.AUDIT + " has " + partitions + " partitions where 1 is expected.");
            return;
        }
        consumer.assign(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION), PATIENCE).get(PARTITION);
        Tail seen = new Tail(hold(consumer, end), -1);
        consumer.seek(PARTITION, seen.head().offset() + 1);
        while (isOpen()) {
            if (seen.head().offset() + 1 >= end) {
                tail = Optional.of(seen);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() != seen.head().offset() + 1) {
                    LOG.errorf(
                            "The audit log goes on at offset %d where %d was expected: it was cut, or made anew",
                            record.offset(), seen.head().offset() + 1);
                    hinder("The audit log was cut, or made anew.");
                    return;
                }
                seen = with(seen, record);
            }
        }
    }

    private Tail with(Tail seen, ConsumerRecord<byte[], byte[]> record) {
        byte[] value = value(record);
        boolean tells = AuditMessages.entry(value).map(this::tells).orElse(true);
        return new Tail(seen.head().with(value), tells ? record.offset() : seen.told());
    }

    private boolean tells(AuditEntry entry) {
        String action = entry.deed().action();
        boolean ofTheLog = action.equals(Action.WITNESS.text()) || action.equals(Action.BEGIN.text());
        return !ofTheLog && !entry.writer().equals(own);
    }

    /** A head to go on from: the whole log's beginning, or what one of the last entries says. */
    private LogHead hold(Consumer<byte[], byte[]> consumer, long end) {
        long begin = consumer.beginningOffsets(List.of(PARTITION), PATIENCE).get(PARTITION);
        for (long back = 1; ; back *= 10) {
            long from = Math.max(begin, end - back);
            Optional<LogHead> head = witnessed(consumer, from, end, begin);
            if (head.isPresent()) {
                return head.get();
            }
            if (from == begin) {
                return begin == 0 ? LogHead.EMPTY : new LogHead(begin - 1, Hash.ZERO);
            }
        }
    }

    private Optional<LogHead> witnessed(Consumer<byte[], byte[]> consumer, long from, long end, long begin) {
        consumer.seek(PARTITION, from);
        while (isOpen() && consumer.position(PARTITION, PATIENCE) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Optional<LogHead> head = AuditMessages.entry(value(record))
                        .filter(AuditEntry::isWhole)
                        .map(AuditEntry::witness)
                        .filter(seen -> seen.offset() >= begin - 1 && seen.offset() < record.offset());
                if (head.isPresent()) {
                    return head;
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private void hinder(String why) {
        LOG.debugf("The audit log can't be read: %s", why);
        obstacle = "The audit log can't be read. " + why;
        tail = Optional.empty();
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, String clientId) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        // An offset that isn't there any more is an alarm, not a reason to jump
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return settings;
    }
}
