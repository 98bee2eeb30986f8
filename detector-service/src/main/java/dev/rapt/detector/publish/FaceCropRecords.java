package dev.rapt.detector.publish;

import com.google.protobuf.UnsafeByteOperations;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
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
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.meeting.Signals;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Findings as records of {@link Topics#FACE_CROPS}. Nothing else of a picture than the crop gets into one, not even that
 * when no expression can be seen in it, and neither crop nor landmarks when expressions aren't to be measured.
 */
final class FaceCropRecords {

    private static final ModelIdentity DETECTOR = ModelIdentity.newBuilder()
            .setName("mediapipe-face")
            .setVersion("full-range-0.4.1657300184+mesh-0.4.1657299874")
            .build();

    private FaceCropRecords() {}

    static ProducerRecord<String, FaceCrop> of(
            Frame frame, FrameFindings findings, Signals signals, int skippedBefore) {
        String meetingId = frame.participant().meetingId();
        String participantId = frame.participant().participantId();
        FaceCrop.Builder crop = FaceCrop.newBuilder()
                .setFrame(FrameId.newBuilder()
                        .setMeetingId(meetingId)
                        .setParticipantId(participantId)
                        .setCapturedAtMs(frame.capturedAt()))
                .setReceivedAtMs(frame.receivedAt())
                .setSkippedBefore(skippedBefore)
                .setDetector(DETECTOR)
                .setTraceParent(frame.traceParent());
        frame.sequence().ifPresent(crop::setSequence);
        findings.primaryFace()
                .ifPresent(face -> crop.setFound(found(face, findings.faces().size(), signals)));
        findings.absence()
                .ifPresent(reason -> crop.setAbsence(Absence.newBuilder().setReason(reason(reason))));
        return new ProducerRecord<>(Topics.FACE_CROPS, Keys.ofCrop(meetingId, participantId), crop.build());
    }

    private static FoundFace found(SeenFace face, int facesInFrame, Signals signals) {
        FoundFace.Builder found = FoundFace.newBuilder().setFigures(figures(face, facesInFrame));
        if (!signals.expression()) {
            return found.setGap(ExpressionGap.EXPRESSION_GAP_NOT_WANTED).build();
        }
        found.setLandmarks(Landmarks.newBuilder()
                .setBounds(box(face.landmarks().hull()))
                .setXy(UnsafeByteOperations.unsafeWrap(LandmarkBytes.of(face.landmarks()))));
        if (face.flaw().isPresent()) {
            found.setGap(ExpressionGap.EXPRESSION_GAP_TURNED);
        } else {
            found.setCrop(GreyCrop.newBuilder()
                    .setWidth(face.crop().width())
                    .setHeight(face.crop().height())
                    .setPixels(UnsafeByteOperations.unsafeWrap(face.crop().pixels())));
        }
        return found.build();
    }

    private static FaceFigures figures(SeenFace face, int facesInFrame) {
        return FaceFigures.newBuilder()
                .setBox(box(face.box()))
                .setConfidence(face.confidence())
                .setFacesInFrame(facesInFrame)
                .setMouthOpenness(face.measures().mouthOpenness())
                .setEyeOpenness(face.measures().eyeOpenness())
                .setRightEyeOpenness(face.measures().rightEyeOpenness())
                .setLeftEyeOpenness(face.measures().leftEyeOpenness())
                .setPose(HeadPose.newBuilder()
                        .setYaw(face.pose().yaw())
                        .setPitch(face.pose().pitch())
                        .setRoll(face.pose().roll()))
                .setQuality(FaceQuality.newBuilder()
                        .setEyeDistance(face.quality().eyeDistance())
                        .setSharpness(face.quality().sharpness())
                        .setBrightness(face.quality().brightness()))
                .build();
    }

    private static Box box(dev.rapt.detector.face.Box box) {
        return Box.newBuilder()
                .setX(box.x())
                .setY(box.y())
                .setWidth(box.width())
                .setHeight(box.height())
                .build();
    }

    private static AbsenceReason reason(dev.rapt.detector.AbsenceReason reason) {
        return switch (reason) {
            case NO_FACE -> AbsenceReason.ABSENCE_REASON_NO_FACE;
            case FACE_TOO_SMALL -> AbsenceReason.ABSENCE_REASON_FACE_TOO_SMALL;
            case BLURRED -> AbsenceReason.ABSENCE_REASON_BLURRED;
            case DARK -> AbsenceReason.ABSENCE_REASON_DARK;
        };
    }
}
