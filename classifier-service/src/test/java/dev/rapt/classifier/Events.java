package dev.rapt.classifier;

import com.google.protobuf.ByteString;
import dev.rapt.contracts.v1.Absence;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Box;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.FaceQuality;
import dev.rapt.contracts.v1.FoundFace;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.GreyCrop;
import dev.rapt.contracts.v1.HeadPose;
import dev.rapt.contracts.v1.Landmarks;
import dev.rapt.contracts.v1.ModelIdentity;
import java.util.Random;

/** Events as a detector would write them. */
public final class Events {

    public static final int SIZE = 48;
    public static final long BEGINNING = 1_700_000_000_000L;

    private Events() {}

    /** A frame with a face of noise, other noise for each frame. */
    public static FaceCrop face(String meeting, String participant, int frame) {
        byte[] pixels = new byte[SIZE * SIZE];
        new Random(frame).nextBytes(pixels);
        return face(meeting, participant, frame, SIZE, SIZE, pixels);
    }

    public static FaceCrop face(String meeting, String participant, int frame, int width, int height, byte[] pixels) {
        return frame(meeting, participant, frame)
                .setFound(FoundFace.newBuilder()
                        .setFigures(figures())
                        .setCrop(GreyCrop.newBuilder()
                                .setWidth(width)
                                .setHeight(height)
                                .setPixels(ByteString.copyFrom(pixels))))
                .build();
    }

    /** A frame with a face that is turned away. */
    public static FaceCrop turned(String meeting, String participant, int frame) {
        return frame(meeting, participant, frame)
                .setFound(FoundFace.newBuilder()
                        .setFigures(figures())
                        .setGap(ExpressionGap.EXPRESSION_GAP_TURNED)
                        .setLandmarks(Landmarks.newBuilder().setXy(ByteString.copyFrom(new byte[468 * 4]))))
                .build();
    }

    public static FaceCrop absent(String meeting, String participant, int frame) {
        return frame(meeting, participant, frame)
                .setAbsence(Absence.newBuilder().setReason(AbsenceReason.ABSENCE_REASON_DARK))
                .build();
    }

    /** A frame about which nothing is said. */
    public static FaceCrop.Builder frame(String meeting, String participant, int frame) {
        return FaceCrop.newBuilder()
                .setFrame(FrameId.newBuilder()
                        .setMeetingId(meeting)
                        .setParticipantId(participant)
                        .setCapturedAtMs(BEGINNING + frame))
                .setReceivedAtMs(BEGINNING + frame + 40)
                .setSequence(frame)
                .setSkippedBefore(frame % 3)
                .setDetector(ModelIdentity.newBuilder().setName("mediapipe").setVersion("0.4"))
                .setTraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    public static FaceFigures figures() {
        return FaceFigures.newBuilder()
                .setBox(Box.newBuilder().setX(-3).setY(4).setWidth(120).setHeight(130))
                .setConfidence(.93f)
                .setFacesInFrame(2)
                .setMouthOpenness(.11f)
                .setEyeOpenness(.28f)
                .setRightEyeOpenness(.27f)
                .setLeftEyeOpenness(.29f)
                .setPose(HeadPose.newBuilder().setYaw(-51).setPitch(7).setRoll(0))
                .setQuality(FaceQuality.newBuilder()
                        .setEyeDistance(44)
                        .setSharpness(1.1f)
                        .setBrightness(101))
                .build();
    }
}
