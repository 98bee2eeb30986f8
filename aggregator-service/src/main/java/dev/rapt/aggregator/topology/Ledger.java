package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.aggregator.timeline.Observation;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.TotalsCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The three stores of a partition and what must hold between them: a participation is the sum of its buckets, a meeting
 * is the sum of its participations, and a frame is in all three or in none.
 */
final class Ledger {

    private final Shelf shelf;
    private final KeyValueStore<Bytes, byte[]> participants;
    private final KeyValueStore<Bytes, byte[]> meetings;

    Ledger(Shelf shelf, KeyValueStore<Bytes, byte[]> participants, KeyValueStore<Bytes, byte[]> meetings) {
        this.shelf = shelf;
        this.participants = participants;
        this.meetings = meetings;
    }

    /**
     * Counts a frame, unless it was counted before.
     *
     * @param arrivedAt when its record arrived, by the broker's clock
     */
    boolean add(Seat seat, Observation frame, Instant arrivedAt) {
        Optional<Bucket> open = shelf.openFor(seat, frame.capturedAt());
        Optional<Bucket.Addition> addition =
                open.map(bucket -> bucket.add(frame)).filter(Bucket.Addition::isNew);
        addition.ifPresent(added -> count(seat, open.orElseThrow(), added.bucket(), frame.capturedAt(), arrivedAt));
        return addition.isPresent();
    }

    private void count(Seat seat, Bucket before, Bucket after, Instant capturedAt, Instant arrivedAt) {
        shelf.put(seat, after);
        Optional<Participation> known = participation(seat);
        Participation changed =
                known.map(p -> p.with(before, after)).orElseGet(() -> Participation.of(after, arrivedAt));
        participants.put(seat.key(), TotalsCodec.encode(changed));
        Meeting meeting = meeting(seat.meetingId())
                .map(m -> known.isPresent() ? m.withFrame(capturedAt) : m.with(changed))
                .orElseGet(() -> Meeting.of(changed));
        meetings.put(StoreKeys.meeting(seat.meetingId()), TotalsCodec.encode(meeting));
    }

    /** Up to so many participants from this key on, all of them from the first when there is no key. */
    List<KeyValue<Seat, Participation>> seatsFrom(Optional<Bytes> key, int most) {
        List<KeyValue<Seat, Participation>> seats = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = participants.range(key.orElse(null), null)) {
            while (all.hasNext() && seats.size() < most) {
                KeyValue<Bytes, byte[]> next = all.next();
                seats.add(KeyValue.pair(Seat.of(next.key), TotalsCodec.participation(next.value)));
            }
        }
        return seats;
    }

    /** Deletes up to so many of a participant's buckets that ended by then; returns how many. */
    int deleteUntil(Seat seat, Instant end, int most) {
        Participation left = participation(seat).orElseThrow();
        List<Bucket> old = shelf.removeEnded(seat, left.firstCapturedAt(), end, most);
        Optional<Bucket> first = shelf.first(seat, left.firstCapturedAt(), left.lastCapturedAt());
        if (first.isPresent()) {
            for (Bucket bucket : old) {
                left = left.without(bucket, first.get().capturedAt(0));
            }
            participants.put(seat.key(), TotalsCodec.encode(left));
        } else {
            participants.delete(seat.key());
        }
        return old.size();
    }

    /** Counts a meeting anew from its participants, and forgets it when there are none. */
    void recount(String meetingId) {
        Optional<Meeting> meeting = Optional.empty();
        try (KeyValueIterator<Bytes, byte[]> seats =
                participants.range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
            while (seats.hasNext()) {
                Participation next = TotalsCodec.participation(seats.next().value);
                meeting = Optional.of(meeting.map(m -> m.with(next)).orElseGet(() -> Meeting.of(next)));
            }
        }
        Bytes key = StoreKeys.meeting(meetingId);
        meeting.ifPresentOrElse(m -> meetings.put(key, TotalsCodec.encode(m)), () -> meetings.delete(key));
    }

    private Optional<Participation> participation(Seat seat) {
        return Optional.ofNullable(participants.get(seat.key())).map(TotalsCodec::participation);
    }

    private Optional<Meeting> meeting(String meetingId) {
        return Optional.ofNullable(meetings.get(StoreKeys.meeting(meetingId))).map(TotalsCodec::meeting);
    }
}
