package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.StateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** How long each meeting is kept: as long as its organiser said, else as long as any other. */
final class KeepingTimes {

    private final KeyValueStore<Bytes, byte[]> states;
    private final Duration usual;

    KeepingTimes(KeyValueStore<Bytes, byte[]> states, Duration usual) {
        this.states = states;
        this.usual = usual;
    }

    /** What the meeting has of this moment or before is no longer kept. */
    Instant endFor(String meetingId, Instant now) {
        Optional<byte[]> declared = Optional.ofNullable(states.get(StoreKeys.state(meetingId, StateKind.DECLARED, "")));
        return now.minus(declared.map(StateMessages::declaration)
                .flatMap(Declaration::retention)
                .orElse(usual));
    }

    /** The same for one meeting after the other, looked up once for each run of questions about the same one. */
    Pass pass(Instant now) {
        return new Pass(now);
    }

    /** One go through a store that is in order of meetings. */
    final class Pass {
        private final Instant now;
        private String meetingId = "";
        private Instant end = Instant.MIN;

        private Pass(Instant now) {
            this.now = now;
        }

        Instant endFor(String next) {
            if (!next.equals(meetingId)) {
                meetingId = next;
                end = KeepingTimes.this.endFor(next, now);
            }
            return end;
        }
    }
}
