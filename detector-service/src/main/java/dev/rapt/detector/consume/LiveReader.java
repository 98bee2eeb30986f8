package dev.rapt.detector.consume;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.detector.live.LivePictures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads what is to be written on live pictures, on a thread of its own: labels from {@link Topics#FACE_SCORES}, names and
 * speakers from {@link Topics#MEETING_LOG}. It reads only the partitions of meetings that are on screen here, and
 * connects to Kafka only while there is one. Scores are read from now on; the log is read again from some hours ago when
 * a meeting appears, which changes nothing for the others. Records of other meetings are passed over unread.
 */
public final class LiveReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LiveReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final Duration retry;
    private final Duration logPast;
    private final LivePictures pictures;
    private final Thread thread = new Thread(this::run, "rapt-live-reader");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Consumer<String, byte[]> current;
    private volatile boolean open = true;

    /**
     * @param kafka the common settings of Kafka's clients
     * @param retry the pause between two attempts
     * @param logPast how far back the log is read
     */
    public LiveReader(Map<String, Object> kafka, Duration retry, Duration logPast, LivePictures pictures) {
        this.settings = settings(kafka);
        this.retry = retry;
        this.logPast = logPast;
        this.pictures = pictures;
        thread.setDaemon(true);
    }

    /** Begins to read. */
    public void open() {
        thread.start();
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
                if (!pictures.meetings().isEmpty()) {
                    follow();
                }
                closed.await(retry.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            current = consumer;
            Following following = new Following(consumer);
            while (open && following.turnTo(pictures.meetings())) {
                consumer.poll(POLL).forEach(record -> tell(record, following.meetings));
            }
        } catch (WakeupException e) {
            LOG.debug("No live pictures any more");
        } catch (KafkaException e) {
            LOG.debugf("Nothing can be read for live pictures: %s", e.getClass().getSimpleName());
        } finally {
            current = null;
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record, Set<String> meetings) {
        if (record.key() == null || record.value() == null || !meetings.contains(record.key())) {
            return;
        }
        if (record.topic().equals(Topics.FACE_SCORES)) {
            LiveRecords.score(record.value()).ifPresent(score -> pictures.scored(record.key(), score));
        } else {
            LiveRecords.event(record.value()).ifPresent(pictures::tell);
        }
    }

    /** Which partitions are read for which meetings. */
    private final class Following {

        private final Consumer<String, byte[]> consumer;
        private final int scores;
        private final int log;
        private Set<String> meetings = Set.of();

        Following(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
            this.scores = consumer.partitionsFor(Topics.FACE_SCORES, PATIENCE).size();
            this.log = consumer.partitionsFor(Topics.MEETING_LOG, PATIENCE).size();
        }

        /** Reads for these meetings from now on; false when there is nothing to be read. */
        boolean turnTo(Set<String> wanted) {
            if (wanted.equals(meetings)) {
                return !consumer.assignment().isEmpty();
            }
            Set<String> appeared = new HashSet<>(wanted);
            appeared.removeAll(meetings);
            meetings = wanted;
            List<TopicPartition> all = new ArrayList<>(partitions(Topics.FACE_SCORES, scores, wanted));
            all.addAll(partitions(Topics.MEETING_LOG, log, wanted));
            consumer.assign(all);
            goBack(partitions(Topics.MEETING_LOG, log, appeared));
            return !all.isEmpty();
        }

        private Set<TopicPartition> partitions(String topic, int count, Set<String> ofMeetings) {
            Set<TopicPartition> partitions = new HashSet<>();
            if (count > 0) {
                ofMeetings.forEach(id -> partitions.add(new TopicPartition(topic, Keys.partitionOf(id, count))));
            }
            return partitions;
        }

        private void goBack(Set<TopicPartition> partitions) {
            long since = System.currentTimeMillis() - logPast.toMillis();
            Map<TopicPartition, Long> from = new HashMap<>();
            partitions.forEach(partition -> from.put(partition, since));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(from, PATIENCE);
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    consumer.seek(partition, offset.offset());
                }
            });
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "rapt-detector-live");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return settings;
    }
}
