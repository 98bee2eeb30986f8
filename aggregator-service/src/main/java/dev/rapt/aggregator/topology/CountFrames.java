package dev.rapt.aggregator.topology;

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

/** Counts each frame once, forwards a dead letter for what can't be counted, and applies the retention. */
final class CountFrames implements Processor<byte[], byte[], byte[], byte[]> {

    private final RetentionRule rule;
    private final FrameListener listener;
    private final LogListener logListener;
    private final Clock clock;
    private Letters letters;
    private Erasures erasures;
    private Ledger ledger;

    CountFrames(RetentionRule rule, FrameListener listener, LogListener logListener, Clock clock) {
        this.rule = rule;
        this.listener = listener;
        this.logListener = logListener;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.letters = new Letters(context, clock);
        this.erasures = new Erasures(context.getStateStore(TimelineTopology.ERASURES));
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
            if (erasures.isErased(frame.meetingId())) {
                logListener.straggler();
            } else {
                count(frame, Instant.ofEpochMilli(Math.max(0, record.timestamp())));
            }
        } else if (reading instanceof Unreadable unreadable) {
            letters.forward(record, unreadable.fault());
            listener.deadLetter(unreadable.fault());
        }
    }

    private void count(ScoredFrame frame, Instant arrivedAt) {
        if (ledger.add(frame.meetingId(), frame.participantId(), frame.observation(), arrivedAt)) {
            listener.counted(frame);
        } else {
            listener.duplicate();
        }
    }
}
