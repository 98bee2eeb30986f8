package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.StateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Finds what is said of meetings of which nothing else is left: its time is up when the newest of it was said as long ago
 * as the meeting is kept. So a meeting that is announced for next week stays, and the declaration outlives what it is
 * about.
 *
 * <p>Who said no, or was erased, isn't forgotten before the declaration: they go together, the declaration first, so
 * nobody reads a meeting that may be measured and lacks a refusal; and not as long as the meeting may go on, which nobody
 * can tell of one in which everybody said no, so not before a time of its own.
 */
final class StatesRetention {

    private final KeyValueStore<Bytes, byte[]> states;
    private final List<KeyValueStore<Bytes, byte[]>> rest;
    private final KeepingTimes times;
    private final RetentionRule rule;
    private Optional<Bytes> resumeAt = Optional.empty();

    /**
     * @param rest the stores that must have nothing more of a meeting
     * @param rule its batch is how many states to look at in one go; those of one meeting are always looked at together
     */
    StatesRetention(KeyValueStore<Bytes, byte[]> states, List<KeyValueStore<Bytes, byte[]>> rest, RetentionRule rule) {
        this.states = states;
        this.rest = rest;
        this.times = new KeepingTimes(states, rule.period());
        this.rule = rule;
    }

    /** The keys of what isn't kept any longer, out of a bounded piece of all. */
    List<Bytes> due(Instant now) {
        List<Bytes> due = new ArrayList<>();
        List<KeyValue<Bytes, byte[]>> meeting = new ArrayList<>();
        int looked = 0;
        Optional<Bytes> next = Optional.empty();
        try (KeyValueIterator<Bytes, byte[]> all = states.range(resumeAt.orElse(null), null)) {
            while (all.hasNext() && next.isEmpty()) {
                KeyValue<Bytes, byte[]> state = all.next();
                if (!meeting.isEmpty() && !idOf(meeting.get(0)).equals(idOf(state))) {
                    due.addAll(dueOf(meeting, now));
                    meeting.clear();
                    next = looked >= rule.batch() ? Optional.of(state.key) : next;
                }
                meeting.add(state);
                looked++;
            }
        }
        resumeAt = next;
        if (next.isEmpty() && !meeting.isEmpty()) {
            due.addAll(dueOf(meeting, now));
        }
        return due;
    }

    private List<Bytes> dueOf(List<KeyValue<Bytes, byte[]>> meeting, Instant now) {
        String meetingId = idOf(meeting.get(0));
        Instant end = times.endFor(meetingId, now);
        Instant endOfRefusals = now.minus(rule.refusals());
        boolean isOver = meeting.stream()
                .noneMatch(state -> StateMessages.saidAt(state.value).isAfter(end)
                        || isRefusal(state) && StateMessages.saidAt(state.value).isAfter(endOfRefusals));
        return isOver && isAlone(meetingId)
                ? meeting.stream()
                        .map(state -> state.key)
                        .sorted(Comparator.comparing(key -> StoreKeys.stateKind(key) != StateKind.DECLARED))
                        .toList()
                : List.of();
    }

    private static boolean isRefusal(KeyValue<Bytes, byte[]> state) {
        StateKind kind = StoreKeys.stateKind(state.key);
        return kind == StateKind.ERASED_PARTICIPANT
                || kind == StateKind.CONSENT
                        && state.value.length > 0
                        && !StateMessages.consent(state.value).covers(Long.MIN_VALUE);
    }

    private boolean isAlone(String meetingId) {
        for (KeyValueStore<Bytes, byte[]> store : rest) {
            try (KeyValueIterator<Bytes, byte[]> found =
                    store.range(StoreKeys.meeting(meetingId), StoreKeys.participantsTo(meetingId))) {
                if (found.hasNext()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String idOf(KeyValue<Bytes, byte[]> state) {
        return StoreKeys.meetingId(state.key);
    }
}
