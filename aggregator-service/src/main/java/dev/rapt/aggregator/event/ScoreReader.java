package dev.rapt.aggregator.event;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.aggregator.timeline.Absence;
import dev.rapt.aggregator.timeline.Absent;
import dev.rapt.aggregator.timeline.Finding;
import dev.rapt.aggregator.timeline.Observation;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Reads records of the scores. What doesn't hold is named by the first {@link Fault} found, never thrown. */
public final class ScoreReader {

    private static final Map<AbsenceReason, Absence> ABSENCES = Map.of(
            AbsenceReason.ABSENCE_REASON_NO_FACE, Absence.NO_FACE,
            AbsenceReason.ABSENCE_REASON_FACE_TOO_SMALL, Absence.FACE_TOO_SMALL,
            AbsenceReason.ABSENCE_REASON_BLURRED, Absence.BLURRED,
            AbsenceReason.ABSENCE_REASON_DARK, Absence.DARK,
            AbsenceReason.ABSENCE_REASON_CAMERA_OFF, Absence.CAMERA_OFF,
            AbsenceReason.ABSENCE_REASON_SCREENSHARE, Absence.SCREENSHARE);

    private ScoreReader() {}

    /** Reads a record's key and value, either of which may be null. */
    public static ScoreReading read(byte[] key, byte[] value) {
        if (value == null) {
            return new Unreadable(Fault.NOT_A_SCORE);
        }
        try {
            return frameOf(key, FaceScore.parseFrom(value));
        } catch (InvalidProtocolBufferException e) {
            return new Unreadable(Fault.NOT_A_SCORE);
        } catch (FaultException e) {
            return new Unreadable(e.fault());
        }
    }

    private static ScoredFrame frameOf(byte[] key, FaceScore score) throws FaultException {
        FrameId frame = score.getFrame();
        FaultException.unless(Keys.isId(frame.getMeetingId()) && Keys.isId(frame.getParticipantId()), Fault.BAD_ID);
        byte[] expectedKey = Keys.ofScore(frame.getMeetingId()).getBytes(StandardCharsets.UTF_8);
        FaultException.unless(Arrays.equals(expectedKey, key), Fault.WRONG_KEY);
        Instant capturedAt = Instant.ofEpochMilli(frame.getCapturedAtMs());
        FaultException.unless(Observation.isCaptureTime(capturedAt), Fault.BAD_CAPTURED_AT);
        long skippedBefore = Integer.toUnsignedLong(score.getSkippedBefore());
        return new ScoredFrame(
                frame.getMeetingId(),
                frame.getParticipantId(),
                Instant.ofEpochMilli(score.getReceivedAtMs()),
                new Observation(capturedAt, skippedBefore, findingOf(score)));
    }

    private static Finding findingOf(FaceScore score) throws FaultException {
        return switch (score.getFindingCase()) {
            case SCORED -> FaceReader.read(score.getScored());
            // A reason that only newer detectors know counts like any that tells nothing of the person
            case ABSENCE -> new Absent(ABSENCES.getOrDefault(score.getAbsence().getReason(), Absence.OTHER));
            // Why its expression is unknown makes no difference: a face was there, and its figures count
            case SEEN -> FaceReader.read(score.getSeen());
            case FINDING_NOT_SET -> throw new FaultException(Fault.NO_FINDING);
        };
    }
}
