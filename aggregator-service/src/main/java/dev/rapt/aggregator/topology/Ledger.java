package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.BucketCodec;
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

    private final KeyValueStore<Bytes, byte[]> buckets;
    private final KeyValueStore<Bytes, byte[]> participants;
    private final KeyValueStore<Bytes, byte[]> meetings;

    Ledger(
            KeyValueStore<Bytes, byte[]> buckets,
            KeyValueStore<Bytes, byte[]> participants,
            KeyValueStore<Bytes, byte[]> meetings) {
        this.buckets = buckets;
        this.participants = participants;
        this.meetings = meetings;
    }

    /** A participant in a meeting. */
    record Seat(String meetingId, String participantId) {
        Bytes key() {
            return StoreKeys.participant(meetingId, participantId);
        }

        Bytes bucket(Instant start) {
            return StoreKeys.bucket(meetingId, participantId, start);
        }
    }

    /**
     * Counts a frame, unless it was counted before.
     *
     * @param arrivedAt when its record arrived, by the broker's clock
     */
    boolean add(String meetingId, String participantId, Observation frame, Instant arrivedAt) {
        Seat seat = new Seat(meetingId, participantId);
        Instant start = Bucket.startOf(frame.capturedAt());
        Bucket before = bucket(seat, start).orElseGet(() -> Bucket.empty(start));
        Bucket.Addition addition = before.add(frame);
        if (!addition.isNew()) {
            return false;
        }
        buckets.put(seat.bucket(start), BucketCodec.encode(addition.bucket()));
        Optional<Participation> known = participation(seat);
        Participation changed = known.map(p -> p.with(before, addition.bucket()))
                .orElseGet(() -> Participation.of(addition.bucket(), arrivedAt));
        participants.put(seat.key(), TotalsCodec.encode(changed));
        Meeting meeting = meeting(meetingId)
                .map(m -> known.isPresent() ? m.withFrame(frame.capturedAt()) : m.with(changed))
                .orElseGet(() -> Meeting.of(changed));
        meetings.put(StoreKeys.meeting(meetingId), TotalsCodec.encode(meeting));
        return true;
    }

    /** Up to so many participants from this key on, all of them from the first when there is no key. */
    List<KeyValue<Seat, Participation>> seatsFrom(Optional<Bytes> key, int most) {
        List<KeyValue<Seat, Participation>> seats = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = participants.range(key.orElse(null), null)) {
            while (all.hasNext() && seats.size() < most) {
                KeyValue<Bytes, byte[]> next = all.next();
                Seat seat = new Seat(StoreKeys.meetingId(next.key), StoreKeys.participantId(next.key));
                seats.add(KeyValue.pair(seat, TotalsCodec.participation(next.value)));
            }
        }
        return seats;
    }

    /** Deletes up to so many of a participant's buckets that ended by then; returns how many. */
    int deleteUntil(Seat seat, Instant end, int most) {
        Participation left = participation(seat).orElseThrow();
        int deleted = 0;
        Optional<Bucket> next = firstBucket(seat, left);
        while (next.isPresent() && deleted < most && !next.get().end().isAfter(end)) {
            Bucket old = next.get();
            buckets.delete(seat.bucket(old.start()));
            deleted++;
            next = firstBucket(seat, left);
            left = left.without(old, next.map(b -> b.capturedAt(0)).orElse(left.lastCapturedAt()));
        }
        if (next.isPresent()) {
            participants.put(seat.key(), TotalsCodec.encode(left));
        } else {
            participants.delete(seat.key());
        }
        return deleted;
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

    private Optional<Bucket> firstBucket(Seat seat, Participation participation) {
        Bytes from = seat.bucket(Bucket.startOf(participation.firstCapturedAt()));
        Bytes to = seat.bucket(Bucket.startOf(participation.lastCapturedAt()));
        try (KeyValueIterator<Bytes, byte[]> range = buckets.range(from, to)) {
            return range.hasNext() ? Optional.of(BucketCodec.decode(range.next().value)) : Optional.empty();
        }
    }

    private Optional<Bucket> bucket(Seat seat, Instant start) {
        return Optional.ofNullable(buckets.get(seat.bucket(start))).map(BucketCodec::decode);
    }

    private Optional<Participation> participation(Seat seat) {
        return Optional.ofNullable(participants.get(seat.key())).map(TotalsCodec::participation);
    }

    private Optional<Meeting> meeting(String meetingId) {
        return Optional.ofNullable(meetings.get(StoreKeys.meeting(meetingId))).map(TotalsCodec::meeting);
    }
}
