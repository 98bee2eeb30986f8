package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Participation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;

/**
 * Deletes what is older than its meeting is kept, a bounded piece of work at a time: it reads the participants, who know
 * their first frame, and touches buckets only of those who have some to delete.
 */
final class Retention {

    private final Ledger ledger;
    private final RetentionRule rule;
    private final KeepingTimes times;
    private Optional<Bytes> resumeAt = Optional.empty();

    Retention(Ledger ledger, RetentionRule rule, KeepingTimes times) {
        this.ledger = ledger;
        this.times = times;
        this.rule = rule;
    }

    /** Does one piece of the work and returns how many buckets it deleted. */
    int apply(Instant now) {
        KeepingTimes.Pass pass = times.pass(now);
        List<KeyValue<Seat, Participation>> seats = ledger.seatsFrom(resumeAt, rule.batch());
        Set<String> changed = new HashSet<>();
        int deleted = 0;
        Optional<Bytes> unfinished = Optional.empty();
        for (KeyValue<Seat, Participation> seat : seats) {
            if (deleted >= rule.batch()) {
                unfinished = Optional.of(seat.key.key());
                break;
            }
            Instant end = pass.endFor(seat.key.meetingId());
            if (isDue(seat.value, end)) {
                deleted += ledger.deleteUntil(seat.key, end, rule.batch() - deleted);
                changed.add(seat.key.meetingId());
            }
        }
        changed.forEach(ledger::recount);
        resumeAt = unfinished.or(() -> afterLast(seats));
        return deleted;
    }

    /** The last participant looked at is looked at again; none when the end was reached. */
    private Optional<Bytes> afterLast(List<KeyValue<Seat, Participation>> seats) {
        return seats.size() < rule.batch()
                ? Optional.empty()
                : Optional.of(seats.get(seats.size() - 1).key.key());
    }

    /**
     * By the time of capture, but for a participant who was first heard of less long ago: a recording that was captured
     * last year, or a camera whose clock is wrong, is kept as long as anything else.
     */
    private static boolean isDue(Participation participation, Instant end) {
        Instant firstEnds = Bucket.startOf(participation.firstCapturedAt()).plus(Bucket.LENGTH);
        return !firstEnds.isAfter(end) && !participation.countedSince().isAfter(end);
    }
}
