package dev.rapt.meeting;

import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.Admission.Admitted;
import dev.rapt.meeting.Admission.Refused;
import dev.rapt.meeting.follow.StateSink;
import dev.rapt.meeting.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Who may be measured in every meeting, as far as the records of {@code meeting-state} tell. Declarations are read under
 * the policy: what it doesn't allow holds for nobody, whatever a record says. One thread tells, any thread may ask.
 */
public final class MeetingBook implements StateSink {

    private final Policy policy;
    private final Optional<Terms> undeclared;
    private volatile Map<String, MeetingEntry> meetings = new ConcurrentHashMap<>();
    private volatile boolean ready;
    private volatile String obstacle = "The states of meetings are being read.";
    // Written to; another one than the one that is asked while everything is being read
    private Map<String, MeetingEntry> written = meetings;
    // What was read while it didn't hold yet
    private final List<StateChange> untold = new ArrayList<>();
    private final List<Consumer<StateChange>> listeners = new CopyOnWriteArrayList<>();

    /** @param undeclared what holds for a meeting that nobody has declared; empty when such a one isn't measured */
    public MeetingBook(Policy policy, Optional<Terms> undeclared) {
        this.policy = policy;
        this.undeclared = undeclared;
    }

    /** Whoever keeps something of a meeting is told of each change that takes something away, after it holds here. */
    public void onChange(Consumer<StateChange> listener) {
        listeners.add(listener);
    }

    /**
     * Whether a frame may be measured.
     *
     * @param participantId as the sender names the participant
     * @param capturedAt in milliseconds since the epoch
     */
    public Admission admit(String meetingId, String participantId, long capturedAt) {
        Optional<MeetingEntry> meeting = entry(meetingId);
        if (isErased(meetingId)) {
            return new Refused(Refusal.MEETING_ERASED);
        }
        Optional<Terms> terms = terms(meetingId);
        if (terms.isEmpty()) {
            return new Refused(Refusal.MEETING_UNDECLARED);
        }
        String kept = participantId;
        if (terms.get().pseudonymous()) {
            Optional<Pseudonyms> pseudonyms = meeting.flatMap(MeetingEntry::pseudonyms);
            if (pseudonyms.isEmpty()) {
                return new Refused(Refusal.PSEUDONYM_KEY_DELETED);
            }
            kept = pseudonyms.get().of(participantId);
        }
        Optional<Refusal> refusal = refusal(terms.get(), meeting, meetingId, kept, capturedAt);
        return refusal.isPresent()
                ? new Refused(refusal.get())
                : new Admitted(kept, terms.get().signals());
    }

    /**
     * Why something that was admitted before may not go on; empty when it may. Says nothing of meetings that were never
     * declared, for whoever took it in has judged that.
     *
     * @param participantId as it is kept: the pseudonym in a pseudonymous meeting
     */
    public Optional<Refusal> standing(String meetingId, String participantId, long capturedAt) {
        Optional<MeetingEntry> meeting = entry(meetingId);
        if (isErased(meetingId)) {
            return Optional.of(Refusal.MEETING_ERASED);
        }
        Terms terms = terms(meetingId).orElse(Unjudged.TERMS);
        return refusal(terms, meeting, meetingId, participantId, capturedAt);
    }

    /**
     * Why nothing may be measured of people of whom it isn't known who they are: only those who agreed may be, or somebody
     * of the meeting may not be, and anybody might be that one. Empty when everybody may be measured.
     *
     * @param capturedAt in milliseconds since the epoch
     */
    public Optional<Refusal> unnamed(String meetingId, long capturedAt) {
        Optional<MeetingEntry> meeting = entry(meetingId);
        if (terms(meetingId).map(Terms::consent).equals(Optional.of(ConsentRule.EXPLICIT))) {
            return Optional.of(Refusal.CONSENT_MISSING);
        }
        return meeting.flatMap(entry -> entry.anybodyRefused(meetingId, capturedAt));
    }

    private static Optional<Refusal> refusal(
            Terms terms, Optional<MeetingEntry> meeting, String meetingId, String kept, long capturedAt) {
        Optional<Consent> consent = meeting.map(entry -> entry.consents().get(kept));
        if (consent.isPresent()) {
            return consent.get().covers(capturedAt)
                    ? Optional.empty()
                    : Optional.of(consent.get().given() ? Refusal.CAPTURED_BEFORE_CONSENT : Refusal.CONSENT_WITHDRAWN);
        }
        if (isErased(meeting, meetingId, kept)) {
            return Optional.of(Refusal.PARTICIPANT_ERASED);
        }
        return terms.consent() == ConsentRule.EXPLICIT ? Optional.of(Refusal.CONSENT_MISSING) : Optional.empty();
    }

    private static boolean isErased(Optional<MeetingEntry> meeting, String meetingId, String kept) {
        return meeting.map(MeetingEntry::erasedParticipants)
                .filter(erased -> !erased.isEmpty())
                .map(erased -> erased.contains(ParticipantDigest.of(meetingId, kept)))
                .orElse(false);
    }

    /** Whether the meeting is erased. */
    public boolean isErased(String meetingId) {
        return entry(meetingId).map(MeetingEntry::isErased).orElse(false);
    }

    /** Whether the participant, as it is kept, is erased and hasn't consented again. */
    public boolean isErased(String meetingId, String participantId) {
        Optional<MeetingEntry> meeting = entry(meetingId);
        return isErased(meeting, meetingId, participantId)
                && consent(meetingId, participantId).isEmpty();
    }

    /** The digests of the participants of a meeting who are marked as erased, whether they consented again or not. */
    public Set<String> erasedParticipants(String meetingId) {
        return entry(meetingId)
                .map(meeting -> Set.copyOf(meeting.erasedParticipants()))
                .orElse(Set.of());
    }

    /** Whether anybody of a meeting is marked as erased; costs one look into a map. */
    public boolean hasErasedParticipants(String meetingId) {
        return entry(meetingId)
                .map(meeting -> !meeting.erasedParticipants().isEmpty())
                .orElse(false);
    }

    /**
     * Since when what is kept of a participant, as it is kept, may be shown: since ever unless the participant was
     * erased; since the consent that was given after that; empty while there is none.
     */
    public Optional<Instant> shownSince(String meetingId, String participantId) {
        Optional<MeetingEntry> meeting = entry(meetingId);
        return isErased(meeting, meetingId, participantId)
                ? consent(meetingId, participantId)
                        .map(again -> again.notBefore().orElse(Instant.MIN))
                : Optional.of(Instant.MIN);
    }

    /** What was declared, as far as the policy allows it, or what holds for undeclared meetings. */
    public Optional<Terms> terms(String meetingId) {
        return declared(meetingId).or(() -> undeclared);
    }

    /** What was declared, as far as the policy allows it. */
    public Optional<Terms> declared(String meetingId) {
        return entry(meetingId).flatMap(MeetingEntry::terms);
    }

    /** What a participant, as it is kept, said. */
    public Optional<Consent> consent(String meetingId, String participantId) {
        return entry(meetingId).map(meeting -> meeting.consents().get(participantId));
    }

    /** What the participants of a meeting said, in no order. */
    public List<Consent> consents(String meetingId) {
        return entry(meetingId)
                .map(meeting -> List.copyOf(meeting.consents().values()))
                .orElse(List.of());
    }

    /** The pseudonyms of a pseudonymous meeting whose key there is. */
    public Optional<Pseudonyms> pseudonyms(String meetingId) {
        return entry(meetingId).flatMap(MeetingEntry::pseudonyms);
    }

    /** Why nothing can be said yet of any meeting; empty once everything was read, from then on. */
    public Optional<String> obstacle() {
        return ready ? Optional.empty() : Optional.of(obstacle);
    }

    @Override
    public void begun() {
        written = new ConcurrentHashMap<>();
        untold.clear();
    }

    @Override
    public void told(String key, Optional<MeetingState> state) {
        StateChange.of(key, state).ifPresent(change -> {
            written.compute(change.meetingId(), (id, known) -> {
                MeetingEntry entry = known == null ? new MeetingEntry() : known;
                change.apply(entry, policy);
                return entry.isEmpty() ? null : entry;
            });
            if (!change.takesAway()) {
                return;
            }
            if (written == meetings) {
                tell(change);
            } else {
                untold.add(change);
            }
        });
    }

    @Override
    public void caughtUp() {
        meetings = written;
        ready = true;
        untold.forEach(this::tell);
        untold.clear();
    }

    @Override
    public void hindered(String why) {
        obstacle = why;
    }

    private void tell(StateChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    private Optional<MeetingEntry> entry(String meetingId) {
        return Optional.ofNullable(meetings.get(meetingId));
    }

    /** What holds for what was admitted under no declaration. */
    private static final class Unjudged {
        static final Terms TERMS =
                new Terms(Purpose.PERSONAL, "", Signals.ATTENTION, ConsentRule.ASSUMED, View.INDIVIDUAL, false, "");
    }
}
