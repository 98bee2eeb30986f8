package dev.rapt.detector.ingest;

import dev.rapt.contracts.Keys;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageCheck;
import dev.rapt.detector.frame.ImageHeader;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.meeting.Admission;
import dev.rapt.meeting.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What holds for a frame whichever way it comes. Each rule refuses with a sentence that the caller can act on. */
public final class FrameRules {

    private final ImageLimits limits;
    private final Duration maxPast;
    private final Duration maxFuture;
    private final Clock clock;
    private final MeetingGate gate;

    public FrameRules(ImageLimits limits, Duration maxPast, Duration maxFuture, Clock clock, MeetingGate gate) {
        this.limits = limits;
        this.maxPast = maxPast;
        this.maxFuture = maxFuture;
        this.clock = clock;
        this.gate = gate;
    }

    /** Now, in milliseconds since the epoch. */
    public long now() {
        return clock.millis();
    }

    /** Most bytes of a picture. */
    public long maxBytes() {
        return limits.maxBytes();
    }

    /** The meeting of a frame, of which something may be measured. */
    public String meeting(String meetingId) throws RefusedException {
        id("meeting", meetingId);
        // While nothing is known of meetings nobody is refused; the frame fails as it is put in its lane
        Optional<Refusal> objection = gate.obstacle().isPresent() ? Optional.empty() : gate.objection(meetingId);
        if (objection.isPresent()) {
            throw RefusedException.of(objection.get());
        }
        return meetingId;
    }

    /** Whose frame it is, as its sender says. Whether it may be measured is for {@link #admit} to say. */
    public ParticipantKey participant(String meetingId, String participantId) throws RefusedException {
        meeting(meetingId);
        id("participant", participantId);
        return new ParticipantKey(meetingId, participantId);
    }

    /**
     * Lets something of a participant in that was captured then.
     *
     * @return what the participant goes by from here on: in books, lanes, memory and records; only answers to the sender
     *     name the participant as the sender does
     */
    public ParticipantKey admit(ParticipantKey sender, long capturedAt) throws RefusedException {
        if (gate.obstacle().isPresent()) {
            // As above
            return sender;
        }
        Admission admission = gate.admit(sender.meetingId(), sender.participantId(), capturedAt);
        if (admission instanceof Admission.Refused refused) {
            throw RefusedException.of(refused.refusal());
        }
        return new ParticipantKey(sender.meetingId(), ((Admission.Admitted) admission).participantId());
    }

    /** Whether the meeting's participants go by pseudonyms; nobody's name is kept then. */
    public boolean pseudonymous(String meetingId) {
        return gate.pseudonymous(meetingId);
    }

    /** When the frame was taken, in milliseconds since the epoch. */
    public long capturedAt(long millis) throws RefusedException {
        long now = clock.millis();
        if (millis < now - maxPast.toMillis() || millis > now + maxFuture.toMillis()) {
            throw new RefusedException(
                    RefusalReason.CAPTURED_AT_OUT_OF_RANGE,
                    "The capture time " + millis + " is " + describe(millis)
                            + ". It must be milliseconds since the epoch"
                            + " between " + maxPast + " ago and " + maxFuture
                            + " ahead of the detector's clock, which shows "
                            + now + ".");
        }
        return millis;
    }

    /** The sender's numbering. */
    public long sequence(long sequence) throws RefusedException {
        if (sequence < 0) {
            throw new RefusedException(RefusalReason.BAD_SEQUENCE, "A sequence number isn't negative.");
        }
        return sequence;
    }

    /** The size of a picture, known or still growing. */
    public void size(long bytes) throws RefusedException {
        if (bytes > limits.maxBytes()) {
            throw new RefusedException(
                    RefusalReason.BODY_TOO_LARGE,
                    "A picture has at most " + limits.maxBytes() + " bytes; this one has more. Send a smaller one.");
        }
    }

    /** The picture as far as its header tells, which is returned; not a pixel is decoded. */
    public ImageHeader picture(byte[] picture, Optional<ImageType> declared) throws RefusedException {
        ImageCheck check = ImageHeader.check(picture, limits, declared);
        if (check instanceof ImageCheck.Refused refused) {
            throw new RefusedException(
                    RefusalReason.of(refused.refusal().reason()).orElse(RefusalReason.CORRUPT_IMAGE), refused.detail());
        }
        return ((ImageCheck.Readable) check).header();
    }

    private static void id(String whose, String id) throws RefusedException {
        if (!Keys.isId(id)) {
            throw new RefusedException(
                    RefusalReason.BAD_ID, "The " + whose + "'s id must match " + Keys.ID_FORM + " after URL decoding.");
        }
    }

    private static String describe(long millis) {
        return Math.abs(millis) < 100_000_000_000_000L
                ? Instant.ofEpochMilli(millis).toString()
                : "no time of this age";
    }
}
