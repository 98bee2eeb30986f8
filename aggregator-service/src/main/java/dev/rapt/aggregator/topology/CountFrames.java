package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.ScoreReader;
import dev.rapt.aggregator.event.ScoreReading;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Unreadable;
import dev.rapt.aggregator.timeline.Stretch;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts each frame once, forwards a dead letter for what can't be counted, packs what is idle and applies the retention. */
final class CountFrames implements Processor<byte[], byte[], byte[], byte[]> {

    private final RetentionRule retentionRule;
    private final PackingRule packingRule;
    private final FrameListener listener;
    private final LogListener logListener;
    private final MeetingWatch watch;
    private final Clock clock;
    private Letters letters;
    private Standing standing;
    private Ledger ledger;
    private Packing packing;
    private LongSupplier now;

    CountFrames(
            RetentionRule retentionRule,
            PackingRule packingRule,
            FrameListener listener,
            LogListener logListener,
            MeetingWatch watch,
            Clock clock) {
        this.retentionRule = retentionRule;
        this.packingRule = packingRule;
        this.listener = listener;
        this.logListener = logListener;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.letters = new Letters(context, clock);
        this.standing = new Standing(
                context.getStateStore(TimelineTopology.STATES_KEPT),
                new Erasures(context.getStateStore(TimelineTopology.ERASURES)));
        this.now = context::currentSystemTimeMs;
        Shelf shelf = new Shelf(context.getStateStore(TimelineTopology.BUCKETS), listener::reopened);
        this.packing = new Packing(shelf, packingRule, now.getAsLong());
        this.ledger = new Ledger(
                shelf,
                context.getStateStore(TimelineTopology.PARTICIPANTS),
                context.getStateStore(TimelineTopology.MEETINGS));
        KeepingTimes times =
                new KeepingTimes(context.getStateStore(TimelineTopology.STATES_KEPT), retentionRule.period());
        Retention retention = new Retention(ledger, retentionRule, times);
        context.schedule(
                retentionRule.interval(),
                PunctuationType.WALL_CLOCK_TIME,
                at -> listener.deleted(retention.apply(Instant.ofEpochMilli(at))));
        context.schedule(
                packingRule.interval(), PunctuationType.WALL_CLOCK_TIME, at -> listener.packed(packing.apply(at)));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ScoreReading reading = ScoreReader.read(record.key(), record.value());
        if (reading instanceof ScoredFrame frame) {
            if (standing.isDropped(
                    frame.meetingId(),
                    frame.participantId(),
                    frame.observation().capturedAt())) {
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
        Seat seat = new Seat(frame.meetingId(), frame.participantId());
        if (ledger.add(seat, frame.observation(), arrivedAt)) {
            packing.touch(seat, Stretch.startOf(frame.observation().capturedAt()), now.getAsLong());
            listener.counted(frame);
            watch.frame(
                    frame.meetingId(),
                    frame.participantId(),
                    frame.observation().capturedAt());
        } else {
            listener.duplicate();
        }
    }
}
