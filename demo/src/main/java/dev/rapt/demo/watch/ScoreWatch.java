package dev.rapt.demo.watch;

import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.demo.replay.FrameKey;
import dev.rapt.kafka.setup.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads {@code face-scores} and the dead letters beside the pipe and counts the distinct frames of one meeting, so that
 * a score that was written twice after a crash counts once. Runs in a thread of its own.
 */
public final class ScoreWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConnection kafka;
    private final String meetingId;
    private final Thread thread = new Thread(this::run, "score-watch");
    private final Deserializer<FaceScore> scores = ProtobufSerde.faceScores().deserializer();
    private final Set<FrameKey> scored = new HashSet<>();
    private long deadLetters;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean closing;

    public ScoreWatch(KafkaConnection kafka, String meetingId) {
        this.kafka = kafka;
        this.meetingId = meetingId;
        thread.setDaemon(true);
    }

    /** Begins to read, from the topics' beginnings. */
    public void start() {
        thread.start();
    }

    private void run() {
        Map<String, Object> settings = new HashMap<>(kafka.properties());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<byte[], byte[]> reading =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = reading;
            reading.assign(partitions(reading));
            while (!closing) {
                reading.poll(POLL).forEach(this::note);
            }
        } catch (WakeupException e) {
            // Closing
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return List.of(Topics.FACE_SCORES, Topics.DEAD_LETTERS).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private synchronized void note(ConsumerRecord<byte[], byte[]> message) {
        if (message.topic().equals(Topics.DEAD_LETTERS)) {
            deadLetters++;
            return;
        }
        try {
            FrameId frame = scores.deserialize(message.topic(), message.value()).getFrame();
            if (frame.getMeetingId().equals(meetingId)) {
                scored.add(new FrameKey(frame.getParticipantId(), frame.getCapturedAtMs()));
            }
        } catch (SerializationException e) {
            // Not a score, so not counted: the summary's books then say so
        }
    }

    /** Distinct frames of the meeting on {@code face-scores}. */
    public synchronized long scored() {
        return scored.size();
    }

    /** Records on {@code rapt-dead-letters}, of any meeting. */
    public synchronized long deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(5_000);
    }
}
