package dev.rapt.aggregator.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Digest;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.TotalsCodec;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.display.DisplaySettings;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.StateChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Answers with everybody's judged time. What was judged is kept in bounded memory and goes on from where it was, so that
 * a question costs what has come since the last one; nobody can tell by the answer. Safe for many threads; reading
 * blocks, so not on an event loop.
 */
@ApplicationScoped
public class Digests {

    /** What was judged with expressions is never shown where they aren't, nor the other way round. */
    private record Seat(String meetingId, String participantId, Signals signals) {}

    private final Stores stores;
    private final ShownSignals shown;
    private final AttentionRules rules;
    private final DisplaySettings display;
    private final Cache<Seat, Digest> digests;

    Digests(TimelineStreams streams, MeetingBook book, AggregatorConfig config, ShownSignals shown) {
        this.stores = new Stores(streams, book);
        this.shown = shown;
        this.rules = AttentionSettings.rules(config.attention());
        this.display = DisplayRules.of(config.display());
        this.digests = Caffeine.newBuilder()
                .maximumWeight(config.query().digestMemory().asLongValue())
                .weigher((Seat seat, Digest digest) -> (int) Math.min(Integer.MAX_VALUE, digest.size()))
                // What was judged of a meeting that nobody asks about leaves memory too
                .expireAfterAccess(config.query().digestIdle())
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .build();
        book.onChange(this::forget);
    }

    private void forget(StateChange change) {
        if (change instanceof StateChange.Erased erased) {
            digests.asMap().keySet().removeIf(seat -> seat.meetingId().equals(erased.meetingId()));
        } else if (change instanceof StateChange.ParticipantErased erased) {
            digests.asMap()
                    .keySet()
                    .removeIf(seat -> seat.meetingId().equals(erased.meetingId())
                            && ParticipantDigest.of(seat.meetingId(), seat.participantId())
                                    .equals(erased.digest()));
        }
    }

    /** One participant's time. */
    public Lookup<Track> track(String meetingId, String participantId) {
        return stores.ofMeeting(meetingId, () -> Optional.ofNullable(stores.store(TimelineTopology.PARTICIPANTS)
                        .get(StoreKeys.participant(meetingId, participantId)))
                .map(bytes -> track(meetingId, participantId, TotalsCodec.participation(bytes))));
    }

    /** Everybody's time in a meeting, in order of the participants' ids; not found when nobody was seen. */
    public Lookup<SortedMap<String, Track>> tracks(String meetingId) {
        return tracks(meetingId, participantId -> true);
    }

    /** The time of those participants of a meeting who are wanted; not found when nobody was seen in the meeting. */
    public Lookup<SortedMap<String, Track>> tracks(String meetingId, Predicate<String> wanted) {
        return stores.ofMeeting(meetingId, () -> {
            SortedMap<String, Track> tracks = new TreeMap<>();
            boolean anybody = false;
            try (KeyValueIterator<Bytes, byte[]> range = stores.store(TimelineTopology.PARTICIPANTS)
                    .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
                while (range.hasNext()) {
                    var next = range.next();
                    String participantId = StoreKeys.participantId(next.key);
                    anybody = true;
                    if (wanted.test(participantId)) {
                        tracks.put(
                                participantId, track(meetingId, participantId, TotalsCodec.participation(next.value)));
                    }
                }
            }
            return anybody ? Optional.of(tracks) : Optional.empty();
        });
    }

    /** The ids of everybody who was seen in a meeting; not found when nobody was. */
    public Lookup<SortedSet<String>> participantIds(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            SortedSet<String> ids = new TreeSet<>();
            try (KeyValueIterator<Bytes, byte[]> range = stores.store(TimelineTopology.PARTICIPANTS)
                    .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
                range.forEachRemaining(next -> ids.add(StoreKeys.participantId(next.key)));
            }
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
        });
    }

    /** The time of a participant of whom this is known. */
    Track track(String meetingId, String participantId, Participation participation) {
        Signals signals = shown.of(meetingId);
        Seat seat = new Seat(meetingId, participantId, signals);
        Digest digest = digests.get(seat, one -> new Digest(rules, display));
        long before = digest.size();
        Track track = digest.track(
                signals.expression() ? participation : participation.withoutExpressions(),
                new PersonBuckets(
                        stores,
                        meetingId,
                        participantId,
                        Bucket.startOf(participation.lastCapturedAt()),
                        signals.expression() ? UnaryOperator.identity() : Bucket::withoutExpressions));
        if (digest.size() != before) {
            // Weighs it anew
            digests.put(seat, digest);
        }
        return track;
    }
}
