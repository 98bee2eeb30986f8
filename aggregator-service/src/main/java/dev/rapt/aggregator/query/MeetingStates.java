package dev.rapt.aggregator.query;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.group.PublishedMinute;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.meeting.PersonalLink;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.ParticipantDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Answers what is said of this instance's meetings. Safe for many threads; reading blocks, so not on an event loop. */
@ApplicationScoped
public class MeetingStates {

    private final Stores stores;

    MeetingStates(TimelineStreams streams, MeetingBook book) {
        this.stores = new Stores(streams, book);
    }

    /** What the meeting is, without those who are erased in its groups; not found when nobody has said. */
    public Lookup<Declaration> declaration(String meetingId) {
        return stores.ofMeeting(meetingId, () -> value(meetingId, StateKind.DECLARED, "")
                .map(StateMessages::declaration)
                .map(declaration -> stores.shown(meetingId, declaration)));
    }

    /** What the meeting is, word for word, for whoever says it anew; not found when nobody has said. */
    public Lookup<Declaration> declarationAsSaid(String meetingId) {
        return stores.ofMeeting(
                meetingId, () -> value(meetingId, StateKind.DECLARED, "").map(StateMessages::declaration));
    }

    /** When it ended; not found when nobody has said that it did. */
    public Lookup<Ending> ending(String meetingId) {
        return stores.ofMeeting(
                meetingId, () -> value(meetingId, StateKind.ENDED, "").map(StateMessages::ending));
    }

    /** One marker. */
    public Lookup<Marker> marker(String meetingId, String markerId) {
        return stores.ofMeeting(
                meetingId, () -> value(meetingId, StateKind.MARKER, markerId).map(StateMessages::marker));
    }

    /** All markers of a meeting, in order of their starts, then of their ids; found even if there is none. */
    public Lookup<List<Marker>> markers(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            List<Marker> markers = new ArrayList<>();
            each(meetingId, StateKind.MARKER, value -> markers.add(StateMessages.marker(value)));
            markers.sort(Comparator.comparing(Marker::start).thenComparing(Marker::id));
            return Optional.of(markers);
        });
    }

    /** What a participant said; not found when nobody has said anything. */
    public Lookup<Consent> consent(String meetingId, String participantId) {
        return stores.ofMeeting(meetingId, () -> value(meetingId, StateKind.CONSENT, participantId)
                .map(StateMessages::consent));
    }

    /** What the participants of a meeting said, in order of their ids; found even if nobody has said anything. */
    public Lookup<List<Consent>> consents(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            List<Consent> consents = new ArrayList<>();
            each(meetingId, StateKind.CONSENT, value -> consents.add(StateMessages.consent(value)));
            return Optional.of(consents);
        });
    }

    /** Whether the stores have deleted what there was of a participant, by {@link ParticipantDigest}; found in any case. */
    public Lookup<Boolean> isParticipantErased(String meetingId, String digest) {
        return stores.ofMeeting(
                meetingId,
                () -> Optional.of(
                        value(meetingId, StateKind.ERASED_PARTICIPANT, digest).isPresent()));
    }

    /** Whether the stores know that the meeting is erased; found in any case. */
    public Lookup<Boolean> isErased(String meetingId) {
        return stores.ofAll(() -> Optional.of(stores.isMarked(meetingId)));
    }

    /** The personal links of a meeting; found even if there is none. */
    public Lookup<List<PersonalLink>> personalLinks(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            List<PersonalLink> links = new ArrayList<>();
            each(meetingId, StateKind.PERSONAL_LINK, value -> links.add(StateMessages.personalLink(value)));
            return Optional.of(links);
        });
    }

    /** The minutes that were told of several people together, in order of time; found even if there is none. */
    public Lookup<List<PublishedMinute>> publishedMinutes(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            List<PublishedMinute> minutes = new ArrayList<>();
            each(meetingId, StateKind.PUBLISHED_MINUTE, value -> minutes.add(StateMessages.publishedMinute(value)));
            minutes.sort(Comparator.comparing(PublishedMinute::start));
            return Optional.of(minutes);
        });
    }

    /** When the key of its pseudonyms was made; not found when there is none. */
    public Lookup<Instant> keyed(String meetingId) {
        return stores.ofMeeting(
                meetingId, () -> value(meetingId, StateKind.PSEUDONYM_KEY, "").map(StateMessages::saidAt));
    }

    private void each(String meetingId, StateKind kind, Consumer<byte[]> found) {
        Bytes from = StoreKeys.state(meetingId, kind, "");
        try (KeyValueIterator<Bytes, byte[]> entries =
                stores.store(TimelineTopology.STATES_KEPT).range(from, StoreKeys.participantsTo(meetingId))) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> next = entries.next();
                if (StoreKeys.stateKind(next.key) != kind) {
                    return;
                }
                found.accept(next.value);
            }
        }
    }

    private Optional<byte[]> value(String meetingId, StateKind kind, String id) {
        return Optional.ofNullable(
                stores.store(TimelineTopology.STATES_KEPT).get(StoreKeys.state(meetingId, kind, id)));
    }
}
