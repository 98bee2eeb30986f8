package dev.rapt.detector.testing;

import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.meeting.Admission;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.Signals;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A gate that a test opens and closes. */
public final class Gate implements MeetingGate {

    /** The meeting that is erased; none while empty. */
    public volatile String erased = "";

    /** The meeting that nobody has declared; none while empty. */
    public volatile String undeclared = "";

    /** What stands in the way; nothing while empty. */
    public volatile String obstacle = "";

    /** Who is refused and why, by participants' ids. */
    public final Map<String, Refusal> refused = new ConcurrentHashMap<>();

    /** What participants go by; their ids while empty. */
    public volatile Optional<Pseudonyms> pseudonyms = Optional.empty();

    /** Whether single participants may be looked at. */
    public volatile boolean showsPeople = true;

    /** What may be measured. */
    public volatile Signals signals = Signals.ATTENTION_AND_EXPRESSION;

    @Override
    public Optional<Refusal> objection(String meetingId) {
        if (erased.equals(meetingId)) {
            return Optional.of(Refusal.MEETING_ERASED);
        }
        return undeclared.equals(meetingId) ? Optional.of(Refusal.MEETING_UNDECLARED) : Optional.empty();
    }

    @Override
    public Admission admit(String meetingId, String participantId, long capturedAt) {
        return standing(new ParticipantKey(meetingId, participantId), capturedAt)
                .<Admission>map(Admission.Refused::new)
                .orElseGet(() -> new Admission.Admitted(
                        pseudonyms.map(all -> all.of(participantId)).orElse(participantId), signals));
    }

    @Override
    public Optional<Refusal> standing(ParticipantKey participant, long capturedAt) {
        return objection(participant.meetingId())
                .or(() -> Optional.ofNullable(refused.get(participant.participantId())));
    }

    @Override
    public Optional<Refusal> unnamed(String meetingId, long capturedAt) {
        return objection(meetingId).or(() -> refused.values().stream().findFirst());
    }

    @Override
    public boolean pseudonymous(String meetingId) {
        return pseudonyms.isPresent();
    }

    @Override
    public boolean showsPeople(String meetingId) {
        return showsPeople;
    }

    @Override
    public Signals signals(String meetingId) {
        return signals;
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of(obstacle).filter(why -> !why.isEmpty());
    }
}
