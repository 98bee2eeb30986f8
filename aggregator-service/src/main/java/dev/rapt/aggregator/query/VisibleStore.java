package dev.rapt.aggregator.query;

import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.aggregator.topology.LogKeys;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.MeetingBook;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * A store without what the book says is erased, whatever the store itself knows by now: a copy may lag, and what is on
 * its way may come before its mark. All answers are made from here, so what this leaves out is in none of them.
 */
final class VisibleStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> all;
    private final String name;
    private final MeetingBook book;

    VisibleStore(ReadOnlyKeyValueStore<Bytes, byte[]> all, String name, MeetingBook book) {
        this.all = all;
        this.name = name;
        this.book = book;
    }

    @Override
    public byte[] get(Bytes key) {
        byte[] value = all.get(key);
        return value != null && new Eye().shows(key, value) ? value : null;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return seen(all.range(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return seen(all.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return seen(all.all());
    }

    @Override
    public long approximateNumEntries() {
        return all.approximateNumEntries();
    }

    private KeyValueIterator<Bytes, byte[]> seen(KeyValueIterator<Bytes, byte[]> entries) {
        Eye eye = new Eye();
        return new ChosenEntries(entries, eye::shows);
    }

    /** Looks at entries one after the other, and remembers what it found of the last participant. */
    private final class Eye {
        private String meetingId = "";
        private boolean anybodyErased;
        private String participantId = "";
        private Optional<Instant> since = Optional.empty();

        boolean shows(Bytes key, byte[] value) {
            return switch (name) {
                case TimelineTopology.PARTICIPANTS ->
                    shows(key, StoreKeys::participantId, () -> TotalsCodec.participation(value)
                            .firstCapturedAt());
                case TimelineTopology.LOG -> shows(key, StoreKeys::participantId, () -> LogKeys.at(key));
                // Read only between the first and the last frame of a participant who is shown
                case TimelineTopology.BUCKETS -> shows(key, StoreKeys::participantId, () -> Instant.MAX);
                case TimelineTopology.STATES_KEPT ->
                    value.length > 0
                            && (StoreKeys.stateKind(key) != StateKind.CONSENT
                                    || shows(key, StoreKeys::stateId, () -> Instant.MAX));
                default -> true;
            };
        }

        private boolean shows(Bytes key, Function<Bytes, String> idOf, Supplier<Instant> first) {
            String meeting = StoreKeys.meetingId(key);
            if (!meeting.equals(meetingId)) {
                meetingId = meeting;
                participantId = "";
                anybodyErased = book.hasErasedParticipants(meeting);
            }
            if (!anybodyErased) {
                return true;
            }
            String id = idOf.apply(key);
            if (!id.equals(participantId)) {
                participantId = id;
                since = book.shownSince(meeting, id);
            }
            // What a copy still has of the time before the erasure isn't what was consented to again
            return since.map(shown -> shown.equals(Instant.MIN) || !first.get().isBefore(shown))
                    .orElse(false);
        }
    }
}
