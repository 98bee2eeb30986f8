package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.meeting.ParticipantDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Deletes all that the stores of a partition have of one participant, in one go: afterwards they are as if the participant
 * had never come. A mark names nobody, so everybody of the meeting is held against it.
 */
final class ParticipantEraser {

    private static final byte[] SAID_BEFORE = {};

    private final KeyValueStore<Bytes, byte[]> states;
    private final KeyValueStore<Bytes, byte[]> participants;
    private final KeyValueStore<Bytes, byte[]> log;
    private final KeyValueStore<Bytes, byte[]> buckets;
    private final Ledger ledger;

    ParticipantEraser(
            KeyValueStore<Bytes, byte[]> states,
            KeyValueStore<Bytes, byte[]> meetings,
            KeyValueStore<Bytes, byte[]> participants,
            KeyValueStore<Bytes, byte[]> log,
            KeyValueStore<Bytes, byte[]> buckets) {
        this.states = states;
        this.participants = participants;
        this.log = log;
        this.buckets = buckets;
        this.ledger = new Ledger(new Shelf(buckets, () -> {}), participants, meetings);
    }

    /** Erases whoever of the meeting the digest is of, if it is anybody's. */
    void erase(String meetingId, String digest) {
        Set<String> erased = new TreeSet<>();
        Bytes from = StoreKeys.participantsFrom(meetingId);
        Bytes to = StoreKeys.participantsTo(meetingId);
        find(participants, from, to, StoreKeys::participantId, meetingId, digest, erased);
        // A bot may have told of somebody of whom there was never a frame
        find(log, from, to, StoreKeys::participantId, meetingId, digest, erased);
        for (String participantId : erased) {
            Bytes first = StoreKeys.participant(meetingId, participantId);
            Bytes last = StoreKeys.afterParticipant(meetingId, participantId);
            List.of(participants, log, buckets).forEach(store -> delete(store, first, last));
        }
        if (!erased.isEmpty()) {
            ledger.recount(meetingId);
        }
        forgetConsent(meetingId, digest);
    }

    /** What was said before the mark doesn't hold after it. Its key stays until Kafka has it no more, to be found then. */
    private void forgetConsent(String meetingId, String digest) {
        Set<String> said = new TreeSet<>();
        Bytes from = StoreKeys.state(meetingId, StateKind.CONSENT, "");
        Bytes to = StoreKeys.afterStates(meetingId, StateKind.CONSENT);
        find(states, from, to, StoreKeys::stateId, meetingId, digest, said);
        said.forEach(id -> states.put(StoreKeys.state(meetingId, StateKind.CONSENT, id), SAID_BEFORE));
    }

    private static void find(
            KeyValueStore<Bytes, byte[]> store,
            Bytes from,
            Bytes to,
            Function<Bytes, String> idOf,
            String meetingId,
            String digest,
            Set<String> found) {
        String last = "";
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, to)) {
            while (entries.hasNext()) {
                String id = idOf.apply(entries.next().key);
                if (!id.equals(last) && ParticipantDigest.of(meetingId, id).equals(digest)) {
                    found.add(id);
                }
                last = id;
            }
        }
    }

    private static void delete(KeyValueStore<Bytes, byte[]> store, Bytes from, Bytes to) {
        List<Bytes> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, to)) {
            entries.forEachRemaining(entry -> found.add(entry.key));
        }
        found.forEach(store::delete);
    }
}
