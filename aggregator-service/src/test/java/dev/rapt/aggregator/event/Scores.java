package dev.rapt.aggregator.event;

import dev.rapt.contracts.v1.Absence;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.ScoredFace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Records of the scores, for tests. */
public final class Scores {

    private Scores() {}

    /** A frame with a face for which this is displayed: probability .4, the other six .1 each. */
    public static FaceScore face(String meeting, String participant, Instant capturedAt, Expression shown) {
        return frame(meeting, participant, capturedAt).setScored(scored(shown)).build();
    }

    /** A frame without one. */
    public static FaceScore absent(String meeting, String participant, Instant capturedAt, AbsenceReason reason) {
        return frame(meeting, participant, capturedAt)
                .setAbsence(Absence.newBuilder().setReason(reason))
                .build();
    }

    static FaceScore.Builder frame(String meeting, String participant, Instant capturedAt) {
        return FaceScore.newBuilder()
                .setReceivedAtMs(capturedAt.toEpochMilli() + 20)
                .setFrame(FrameId.newBuilder()
                        .setMeetingId(meeting)
                        .setParticipantId(participant)
                        .setCapturedAtMs(capturedAt.toEpochMilli()));
    }

    static ScoredFace.Builder scored(Expression shown) {
        List<Float> probabilities = new ArrayList<>(Collections.nCopies(7, .1f));
        probabilities.set(Math.min(shown.getNumber(), 7) - 1, .4f);
        return ScoredFace.newBuilder()
                .addAllProbabilities(probabilities)
                .setDominant(shown)
                .setFigures(FaceFigures.newBuilder()
                        .setConfidence(.9f)
                        .setMouthOpenness(.25f)
                        .setEyeOpenness(.3f));
    }
}
