package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.event.StateReader;
import dev.rapt.aggregator.event.StateReading;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.meeting.Consent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps what is said of meetings, and erases them and participants of them. A participant goes in one go. The mark of an
 * erased meeting makes it invisible and turns away whatever still comes of it, at once; what is kept of it is deleted
 * after that, a bounded piece at a time, so that a long meeting holds up nobody. A restart goes on with it. What was said
 * of it is taken back in Kafka too, for the topic of the states forgets nothing by itself.
 */
final class KeepStates implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RetentionRule rule;
    private final LogListener listener;
    private final MeetingWatch watch;
    private final Clock clock;
    private final Set<String> unfinished = new LinkedHashSet<>();
    private Erasures erasures;
    private ParticipantEraser eraser;
    private KeyValueStore<Bytes, byte[]> states;
    private List<KeyValueStore<Bytes, byte[]>> stores;
    private Letters letters;
    private ProcessorContext<byte[], byte[]> context;

    KeepStates(RetentionRule rule, LogListener listener, MeetingWatch watch, Clock clock) {
        this.rule = rule;
        this.listener = listener;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        letters = new Letters(context, clock);
        erasures = new Erasures(context.getStateStore(TimelineTopology.ERASURES));
        states = context.getStateStore(TimelineTopology.STATES_KEPT);
        // What lists are made of goes first
        stores = List.of(
                states,
                context.getStateStore(TimelineTopology.MEETINGS),
                context.getStateStore(TimelineTopology.PARTICIPANTS),
                context.getStateStore(TimelineTopology.LOG),
                context.getStateStore(TimelineTopology.BUCKETS));
        eraser = new ParticipantEraser(states, stores.get(1), stores.get(2), stores.get(3), stores.get(4));
        StatesRetention retention = new StatesRetention(states, stores.subList(1, stores.size()), rule);
        unfinished.addAll(erasures.unfinished());
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> goOn());
        context.schedule(rule.interval(), PunctuationType.WALL_CLOCK_TIME, now -> retention
                .due(Instant.ofEpochMilli(now))
                .forEach(this::forgetInTime));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        StateReading reading = StateReader.read(record.key(), record.value());
        if (reading instanceof StateReading.Erasure erasure) {
            if (!erasures.isErased(erasure.meetingId())) {
                listener.erased();
            }
            erasures.mark(erasure.meetingId());
            watch.state(erasure.meetingId());
            unfinished.add(erasure.meetingId());
            goOn();
        } else if (reading instanceof StateReading.Forgotten forgotten) {
            erasures.forget(forgotten.meetingId());
        } else if (reading instanceof StateReading.Stated stated) {
            if (erasures.isErased(stated.meetingId())) {
                listener.straggler();
                takeBack(record.key(), record.timestamp());
            } else {
                keep(stated, record.value());
                watch.state(stated.meetingId());
            }
        } else if (reading instanceof StateReading.Withdrawn withdrawn) {
            states.delete(StoreKeys.state(withdrawn.meetingId(), withdrawn.kind(), withdrawn.id()));
            watch.state(withdrawn.meetingId());
        } else if (reading instanceof StateReading.Broken broken) {
            letters.forward(record, broken.fault());
            listener.deadLetter(broken.fault());
        }
    }

    private void keep(StateReading.Stated stated, byte[] value) {
        String meetingId = stated.meetingId();
        Bytes key = StoreKeys.state(meetingId, stated.kind(), stated.id());
        if (stated.kind() == StateKind.PUBLISHED_MINUTE && states.get(key) != null) {
            // Two versions of a minute of people's figures would differ by what tells of one person
            return;
        }
        states.put(key, value);
        if (stated.kind() == StateKind.ERASED_PARTICIPANT) {
            erasures.refusals(meetingId);
            eraser.erase(meetingId, stated.id());
        } else if (stated.kind() == StateKind.CONSENT) {
            Consent said = StateMessages.consent(value);
            if (!said.covers(Long.MIN_VALUE)) {
                erasures.refusals(meetingId);
            }
        }
    }

    /** Nothing of the meeting is left but this, and this goes with the rest of what was said of it. */
    private void forgetInTime(Bytes state) {
        forget(state);
        erasures.noRefusals(StoreKeys.meetingId(state));
    }

    private void forget(Bytes state) {
        states.delete(state);
        watch.state(StoreKeys.meetingId(state));
        takeBack(StoreKeys.stateInKafka(state), context.currentSystemTimeMs());
    }

    private void goOn() {
        int left = rule.batch();
        Iterator<String> next = unfinished.iterator();
        while (next.hasNext() && left > 0) {
            String meetingId = next.next();
            left -= delete(meetingId, left);
            if (left > 0) {
                if (erasures.isErased(meetingId)) {
                    erasures.gone(meetingId);
                }
                next.remove();
            }
        }
    }

    /** Deletes up to so many of a meeting's entries and returns how many. */
    private int delete(String meetingId, int most) {
        List<Bytes> found = new ArrayList<>();
        int deleted = 0;
        for (KeyValueStore<Bytes, byte[]> store : stores) {
            // All keys of a meeting are its id, or begin with it and a zero byte
            try (KeyValueIterator<Bytes, byte[]> entries =
                    store.range(StoreKeys.meeting(meetingId), StoreKeys.participantsTo(meetingId))) {
                while (entries.hasNext() && deleted + found.size() < most) {
                    found.add(entries.next().key);
                }
            }
            found.forEach(store == states ? this::forget : store::delete);
            deleted += found.size();
            found.clear();
        }
        return deleted;
    }

    /** Writes that it isn't so any more. Committed soon, because until then nobody reads what comes after it. */
    private void takeBack(byte[] key, long now) {
        context.forward(new Record<>(key, null, now), TimelineTopology.TAKEN_BACK);
        context.commit();
    }
}
