package dev.rapt.aggregator.query;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.event.LogReader;
import dev.rapt.aggregator.event.LoggedEvent;
import dev.rapt.aggregator.event.ScoreReader;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * What came of one meeting after a record of its scores. Asked again, it reads on from where it was, so those who ask the
 * same cost little. Events have no part in the id: those are taken that arrived after that record did or shortly before.
 * For one thread.
 */
final class MissedRecords {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Since.NotThere TOO_OLD = new Since.NotThere("too-old");
    private static final Since.NotThere TOO_MUCH = new Since.NotThere("too-much");
    private static final Since.NotThere UNKNOWN = new Since.NotThere("unknown-id");

    private final byte[] key;
    private final TopicPartition scores;
    private final TopicPartition events;
    private final long offset;
    private final Map<String, Instant> frames = new HashMap<>();
    private Optional<Instant> event = Optional.empty();
    private long nextScore;
    private Optional<Long> nextEvent = Optional.empty();
    private Optional<Instant> arrivedAt = Optional.empty();
    private long looked;

    MissedRecords(String meetingId, int partition, long offset) {
        this.key = Keys.ofScore(meetingId).getBytes(StandardCharsets.UTF_8);
        this.scores = new TopicPartition(Topics.FACE_SCORES, partition);
        this.events = new TopicPartition(Topics.MEETING_LOG, partition);
        this.offset = offset;
        // The record itself too: it says when it arrived
        this.nextScore = Math.max(0, offset);
    }

    /** Reads up to the present ends of the topics. */
    Since readOn(KafkaConsumer<byte[], byte[]> consumer, AggregatorConfig.Live settings) {
        consumer.assign(List.of(scores, events));
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(Set.of(scores, events));
        Map<TopicPartition, Long> ends = consumer.endOffsets(Set.of(scores, events));
        long begin = begins.get(scores);
        if (offset >= ends.get(scores)) {
            return UNKNOWN;
        }
        if (looked == 0 && offset + 1 < begin) {
            return TOO_OLD;
        }
        nextScore = Math.max(nextScore, begin);
        if (ends.get(scores) - nextScore > settings.replayRecords()) {
            return TOO_MUCH;
        }
        long until = System.nanoTime() + settings.replayTime().toNanos();
        nextScore = read(consumer, scores, nextScore, ends.get(scores), until, this::score);
        if (nextEvent.isEmpty()) {
            nextEvent = Optional.of(firstEvent(consumer, settings.eventMargin()).orElse(begins.get(events)));
        }
        long firstEvent = Math.max(nextEvent.get(), begins.get(events));
        nextEvent = Optional.of(read(consumer, events, firstEvent, ends.get(events), until, this::event));
        return nextScore < ends.get(scores) || nextEvent.get() < ends.get(events)
                ? TOO_MUCH
                : new Since.Changed(frames, event);
    }

    private Optional<Long> firstEvent(KafkaConsumer<byte[], byte[]> consumer, Duration margin) {
        if (arrivedAt.isEmpty()) {
            return Optional.empty();
        }
        long from = Math.max(0, arrivedAt.get().minus(margin).toEpochMilli());
        Optional<OffsetAndTimestamp> first = Optional.ofNullable(
                consumer.offsetsForTimes(Map.of(events, from)).get(events));
        return Optional.of(first.map(OffsetAndTimestamp::offset)
                .orElseGet(() -> consumer.endOffsets(Set.of(events)).get(events)));
    }

    private long read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition topic,
            long from,
            long end,
            long until,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.pause(Set.of(scores, events));
        consumer.resume(Set.of(topic));
        consumer.seek(topic, from);
        long next = from;
        while (next < end && System.nanoTime() < until) {
            consumer.poll(POLL).records(topic).forEach(reader);
            next = consumer.position(topic);
        }
        return next;
    }

    private void score(ConsumerRecord<byte[], byte[]> record) {
        looked++;
        arrivedAt = arrivedAt.or(() -> Optional.of(Instant.ofEpochMilli(record.timestamp())));
        if (record.offset() > offset
                && Arrays.equals(key, record.key())
                && ScoreReader.read(record.key(), record.value()) instanceof ScoredFrame frame) {
            frames.merge(frame.participantId(), frame.observation().capturedAt(), MissedRecords::earlier);
        }
    }

    private void event(ConsumerRecord<byte[], byte[]> record) {
        if (Arrays.equals(key, record.key())
                && LogReader.read(record.key(), record.value()) instanceof LoggedEvent logged) {
            Instant at = logged.event().at();
            event = event.map(earliest -> earlier(earliest, at)).or(() -> Optional.of(at));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
