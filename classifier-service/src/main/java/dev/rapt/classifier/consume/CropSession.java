package dev.rapt.classifier.consume;

import dev.rapt.classifier.publish.PublishException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * One life of a Kafka consumer: gathers micro-batches, has each worked on, and commits behind what is acknowledged. A
 * batch that failed is read again from its beginning, so nothing is lost and each participant stays in order; results
 * that had got through are then there twice. For one thread.
 */
final class CropSession implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(CropSession.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SYNC = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final BatchWork work;
    private final BatchTiming timing;
    private final Progress progress = new Progress();
    private final List<ConsumerRecord<byte[], byte[]>> inHand = new ArrayList<>();
    private boolean committing;
    private long lastCommit = System.nanoTime();
    private volatile boolean joined;

    CropSession(Consumer<byte[], byte[]> consumer, BatchWork work, BatchTiming timing) {
        this.consumer = consumer;
        this.work = work;
        this.timing = timing;
    }

    void subscribe(String topic) {
        consumer.subscribe(List.of(topic), this);
    }

    /**
     * Gathers one batch, works on it, commits when it is time to.
     *
     * @return whether there was a batch
     * @throws PublishException if the batch failed; the next step reads it again
     */
    boolean step() throws PublishException, InterruptedException {
        gather();
        boolean worked = finishInHand();
        if (System.nanoTime() - lastCommit >= timing.commitInterval().toNanos()) {
            commitBehind();
        }
        return worked;
    }

    /** Whether the group has given this consumer its partitions, be they none. */
    boolean joined() {
        return joined;
    }

    /** Records that wait in Kafka. */
    long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Works on what is in hand and commits; to be called once at the end of an orderly life. */
    void finish() throws PublishException, InterruptedException {
        finishInHand();
        commitNow(progress.uncommitted());
    }

    private void gather() {
        add(consumer.poll(POLL));
        long end = System.nanoTime() + timing.linger().toNanos();
        while (!inHand.isEmpty() && inHand.size() < timing.maxBatch()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            add(consumer.poll(Duration.ofNanos(left)));
        }
    }

    private void add(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(inHand::add);
    }

    private boolean finishInHand() throws PublishException, InterruptedException {
        if (inHand.isEmpty()) {
            return false;
        }
        List<ConsumerRecord<byte[], byte[]>> batch = List.copyOf(inHand);
        inHand.clear();
        boolean finished = false;
        try {
            work.finish(batch);
            progress.acknowledge(batch);
            finished = true;
        } finally {
            if (!finished) {
                readAgain(batch);
            }
        }
        return true;
    }

    private void readAgain(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        batch.forEach(record ->
                beginnings.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset()));
        beginnings.keySet().retainAll(consumer.assignment());
        beginnings.forEach(consumer::seek);
    }

    private void commitBehind() {
        Map<TopicPartition, OffsetAndMetadata> offsets = progress.uncommitted();
        if (offsets.isEmpty() || committing) {
            return;
        }
        lastCommit = System.nanoTime();
        committing = true;
        consumer.commitAsync(offsets, (committed, failure) -> {
            committing = false;
            if (failure == null) {
                progress.committed(committed);
            } else {
                // They stay uncommitted, and the next interval commits them or later ones
                LOG.debugf("A commit failed: %s", failure.getMessage());
            }
        });
    }

    private void commitNow(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        consumer.commitSync(offsets, SYNC);
        progress.committed(offsets);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            finishInHand();
            Map<TopicPartition, OffsetAndMetadata> offsets = progress.uncommitted();
            offsets.keySet().retainAll(partitions);
            commitNow(offsets);
        } catch (PublishException | KafkaException e) {
            // Uncommitted, so whoever gets the partitions next reads it again
            LOG.warnf("Partitions are handed over with unfinished work: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            progress.forget(partitions);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        joined = false;
        inHand.removeIf(record -> partitions.contains(new TopicPartition(record.topic(), record.partition())));
        progress.forget(partitions);
    }
}
