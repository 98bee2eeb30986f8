package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.LogReader;
import dev.rapt.aggregator.event.LogReading;
import dev.rapt.aggregator.event.LoggedEvent;
import dev.rapt.aggregator.event.Unreadable;
import dev.rapt.aggregator.log.LogValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps each event of a meeting once, under all that makes it the one it is: so repeated, late and shuffled events come
 * to the same log. Forwards a dead letter for what can't be kept, and applies the retention.
 */
final class KeepLog implements Processor<byte[], byte[], byte[], byte[]> {

    private final RetentionRule rule;
    private final LogListener listener;
    private final MeetingWatch watch;
    private final Clock clock;
    private KeyValueStore<Bytes, byte[]> log;
    private KeepingTimes times;
    private Standing standing;
    private Letters letters;
    private Optional<Bytes> resumeAt = Optional.empty();

    KeepLog(RetentionRule rule, LogListener listener, MeetingWatch watch, Clock clock) {
        this.rule = rule;
        this.listener = listener;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        log = context.getStateStore(TimelineTopology.LOG);
        KeyValueStore<Bytes, byte[]> states = context.getStateStore(TimelineTopology.STATES_KEPT);
        times = new KeepingTimes(states, rule.period());
        standing = new Standing(states, new Erasures(context.getStateStore(TimelineTopology.ERASURES)));
        letters = new Letters(context, clock);
        context.schedule(
                rule.interval(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> listener.forgotten(forget(Instant.ofEpochMilli(now))));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        LogReading reading = LogReader.read(record.key(), record.value());
        if (reading instanceof Unreadable unreadable) {
            letters.forward(record, unreadable.fault());
            listener.deadLetter(unreadable.fault());
        } else if (reading instanceof LoggedEvent logged) {
            if (standing.isDropped(
                    logged.meetingId(),
                    logged.event().participantId(),
                    logged.event().at())) {
                listener.straggler();
            } else {
                keep(logged, Instant.ofEpochMilli(Math.max(0, record.timestamp())));
            }
        }
    }

    private void keep(LoggedEvent logged, Instant arrivedAt) {
        Bytes key = LogKeys.of(logged.meetingId(), logged.event());
        LogValue fresh = LogValue.of(logged.event(), arrivedAt);
        byte[] before = log.get(key);
        byte[] after = (before == null ? fresh : LogValue.decode(before).and(fresh)).encode();
        if (Arrays.equals(before, after)) {
            listener.repeated();
        } else {
            log.put(key, after);
            listener.kept();
            watch.event(logged.meetingId(), logged.event().at());
        }
    }

    // By the time it tells of, but nothing that arrived less long ago; a bounded piece of the log each time
    private int forget(Instant now) {
        KeepingTimes.Pass pass = times.pass(now);
        List<Bytes> old = new ArrayList<>();
        int looked = 0;
        try (KeyValueIterator<Bytes, byte[]> entries = log.range(resumeAt.orElse(null), null)) {
            resumeAt = Optional.empty();
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (looked++ == rule.batch()) {
                    resumeAt = Optional.of(entry.key);
                    break;
                }
                Instant end = pass.endFor(StoreKeys.meetingId(entry.key));
                if (!LogKeys.at(entry.key).isAfter(end)
                        && !LogValue.decode(entry.value).arrivedAt().isAfter(end)) {
                    old.add(entry.key);
                }
            }
        }
        old.forEach(log::delete);
        return old.size();
    }
}
