package dev.rapt.aggregator.event;

import dev.rapt.contracts.v1.Absence;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.FaceQuality;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.HeadPose;
import dev.rapt.contracts.v1.ScoredFace;
import dev.rapt.contracts.v1.SeenFace;
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
                .setFigures(figures(-3.5f, 2.25f));
    }

    /** A frame with a face turned there, whose expression nobody knows. */
    public static FaceScore seen(String meeting, String participant, Instant capturedAt, float yaw, float pitch) {
        return frame(meeting, participant, capturedAt)
                .setSeen(SeenFace.newBuilder()
                        .setFigures(figures(yaw, pitch))
                        .setGap(ExpressionGap.EXPRESSION_GAP_NOT_WANTED))
                .build();
    }

    static FaceFigures.Builder figures(float yaw, float pitch) {
        return FaceFigures.newBuilder()
                .setConfidence(.9f)
                .setMouthOpenness(.25f)
                .setEyeOpenness(.3f)
                .setRightEyeOpenness(.31f)
                .setLeftEyeOpenness(.29f)
                .setPose(HeadPose.newBuilder().setYaw(yaw).setPitch(pitch))
                .setQuality(FaceQuality.newBuilder()
                        .setEyeDistance(61.5f)
                        .setSharpness(200)
                        .setBrightness(120));
    }
}
