package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Whether what comes may still be counted, by what this partition's own stores know: so it is the same after a restart
 * and whoever counts. The service that took it in has judged by the declaration; this turns away what was on its way
 * while somebody said no. It costs one look, and two more in a meeting in which somebody has.
 */
final class Standing {

    private final KeyValueStore<Bytes, byte[]> states;
    private final Erasures erasures;

    Standing(KeyValueStore<Bytes, byte[]> states, Erasures erasures) {
        this.states = states;
        this.erasures = erasures;
    }

    /**
     * Whether what a participant did then must be dropped: the meeting is erased; or the participant said no, or yes
     * from a later moment on; or is erased and has said nothing since.
     */
    boolean isDropped(String meetingId, String participantId, Instant at) {
        return switch (erasures.of(meetingId)) {
            case NONE -> false;
            case ERASED -> true;
            case REFUSALS ->
                consent(meetingId, participantId)
                        .map(said -> !said.covers(at.toEpochMilli()))
                        .orElseGet(() -> isErased(meetingId, participantId));
        };
    }

    private Optional<Consent> consent(String meetingId, String participantId) {
        return Optional.ofNullable(states.get(StoreKeys.state(meetingId, StateKind.CONSENT, participantId)))
                .filter(value -> value.length > 0)
                .map(StateMessages::consent);
    }

    private boolean isErased(String meetingId, String participantId) {
        String digest = ParticipantDigest.of(meetingId, participantId);
        return states.get(StoreKeys.state(meetingId, StateKind.ERASED_PARTICIPANT, digest)) != null;
    }
}
