package dev.rapt.detector.ingest;

import dev.rapt.meeting.Admission;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.Signals;
import java.util.Optional;

/**
 * Who may be measured, and what of them. Asked three times: before a picture is looked at, when a frame's turn has come,
 * and just before its record goes to Kafka, because what holds may have changed while it was waiting or being read. Any
 * thread may ask.
 */
public interface MeetingGate {

    /** Why nothing can be said yet of any meeting; empty once it can, from then on. */
    Optional<String> obstacle();

    /** Why nothing at all of the meeting is taken in: it is erased, or nobody has declared it. */
    Optional<Refusal> objection(String meetingId);

    /**
     * Whether something of a participant may be taken in, and what the participant goes by from then on.
     *
     * @param participantId as the sender names the participant
     * @param capturedAt in milliseconds since the epoch
     */
    Admission admit(String meetingId, String participantId, long capturedAt);

    /**
     * Why what was admitted may not go on; empty when it may.
     *
     * @param participant as admitted
     * @param capturedAt in milliseconds since the epoch
     */
    Optional<Refusal> standing(ParticipantKey participant, long capturedAt);

    /**
     * Why no picture of the meeting is taken in that shows people without saying who they are; empty when one is.
     *
     * @param capturedAt in milliseconds since the epoch
     */
    Optional<Refusal> unnamed(String meetingId, long capturedAt);

    /** Whether the meeting's participants go by pseudonyms. */
    boolean pseudonymous(String meetingId);

    /** Whether single participants of the meeting may be looked at; in the group view nobody may. */
    boolean showsPeople(String meetingId);

    /** What may be measured of the meeting's participants. */
    Signals signals(String meetingId);

    /** Lets the work on something of a meeting begin. */
    default void pass(String meetingId) throws RefusedException, NotReadyException {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new NotReadyException(obstacle.get() + " The frame is safe to send again unchanged.");
        }
        Optional<Refusal> objection = objection(meetingId);
        if (objection.isPresent()) {
            throw RefusedException.of(objection.get());
        }
    }

    /** Lets the work on an admitted frame go on, and says what may be published of it. */
    default Signals pass(Frame frame) throws RefusedException, NotReadyException {
        pass(frame.participant().meetingId());
        Optional<Refusal> refusal = standing(frame.participant(), frame.capturedAt());
        if (refusal.isPresent()) {
            throw RefusedException.of(refusal.get());
        }
        return signals(frame.participant().meetingId());
    }
}
