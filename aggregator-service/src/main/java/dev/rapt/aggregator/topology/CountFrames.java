package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.DeadLetters;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoreReader;
import dev.rapt.aggregator.event.ScoreReading;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Unreadable;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Counts each frame once, forwards a dead letter for what can't be counted, and applies the retention. */
final class CountFrames implements Processor<byte[], byte[], byte[], byte[]> {

    private final RetentionRule rule;
    private final FrameListener listener;
    private final Clock clock;
    private ProcessorContext<byte[], byte[]> context;
    private Ledger ledger;

    CountFrames(RetentionRule rule, FrameListener listener, Clock clock) {
        this.rule = rule;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.ledger = new Ledger(
                context.getStateStore(TimelineTopology.BUCKETS),
                context.getStateStore(TimelineTopology.PARTICIPANTS),
                context.getStateStore(TimelineTopology.MEETINGS));
        Retention retention = new Retention(ledger, rule);
        context.schedule(
                rule.interval(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> listener.deleted(retention.apply(Instant.ofEpochMilli(now))));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ScoreReading reading = ScoreReader.read(record.key(), record.value());
        if (reading instanceof ScoredFrame frame) {
            count(frame, Instant.ofEpochMilli(Math.max(0, record.timestamp())));
        } else if (reading instanceof Unreadable unreadable) {
            giveUp(record, unreadable.fault());
        }
    }

    private void count(ScoredFrame frame, Instant arrivedAt) {
        if (ledger.add(frame.meetingId(), frame.participantId(), frame.observation(), arrivedAt)) {
            listener.counted(frame);
        } else {
            listener.duplicate();
        }
    }

    private void giveUp(Record<byte[], byte[]> record, Fault fault) {
        RecordMetadata at = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record from a topic says where it stands"));
        byte[] letter =
                DeadLetters.write(at.topic(), at.partition(), at.offset(), record.value(), fault, clock.instant());
        context.forward(new Record<>(null, letter, record.timestamp()));
        listener.deadLetter(fault);
    }
}
