package dev.rapt.detector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.FoundFace;
import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.testing.Findings;
import dev.rapt.meeting.Signals;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceCropRecordsTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Signals EXPRESSION = Signals.ATTENTION_AND_EXPRESSION;
    private static final Frame FRAME =
            new Frame(new ParticipantKey("standup", "ada"), 17, 19, OptionalLong.of(5), TRACE, new byte[] {1, 2, 3});

    @Test
    void aFoundFaceCarriesItsFiguresAndItsCropAndNothingElseOfThePicture() {
        ProducerRecord<String, FaceCrop> record = FaceCropRecords.of(FRAME, Findings.face(), EXPRESSION, 4);

        assertThat(record.topic()).isEqualTo("face-crops");
        assertThat(record.key()).isEqualTo("standup/ada");
        FaceCrop crop = record.value();
        assertThat(crop.getFrame().getMeetingId()).isEqualTo("standup");
        assertThat(crop.getFrame().getParticipantId()).isEqualTo("ada");
        assertThat(crop.getFrame().getCapturedAtMs()).isEqualTo(17);
        assertThat(crop.getReceivedAtMs()).isEqualTo(19);
        assertThat(crop.getSequence()).isEqualTo(5);
        assertThat(crop.getSkippedBefore()).isEqualTo(4);
        assertThat(crop.getTraceParent()).isEqualTo(TRACE);
        assertThat(crop.getDetector().getName()).isNotEmpty();
        assertThat(crop.getFound().getFigures().getFacesInFrame()).isEqualTo(1);
        assertThat(crop.getFound().getFigures().getBox().getWidth()).isEqualTo(30);
        assertThat(crop.getFound().getCrop().getPixels().toByteArray())
                .isEqualTo(Findings.crop(48, 48).pixels());
        assertThat(crop.getFound().hasGap()).isFalse();
    }

    @Test
    void aFoundFaceCarriesWhatWasMeasuredOfIt() {
        FoundFace found = FaceCropRecords.of(FRAME, Findings.face(), EXPRESSION, 0)
                .value()
                .getFound();

        FaceFigures figures = found.getFigures();
        assertThat(figures.getMouthOpenness()).isEqualTo(.1f);
        assertThat(figures.getEyeOpenness()).isEqualTo(.3125f);
        assertThat(figures.getRightEyeOpenness()).isEqualTo(.25f);
        assertThat(figures.getLeftEyeOpenness()).isEqualTo(.375f);
        assertThat(figures.getPose().getYaw()).isEqualTo(12);
        assertThat(figures.getPose().getPitch()).isEqualTo(-7);
        assertThat(figures.getPose().getRoll()).isEqualTo(3);
        assertThat(figures.getQuality().getEyeDistance()).isEqualTo(45);
        assertThat(figures.getQuality().getSharpness()).isEqualTo(1.25f);
        assertThat(figures.getQuality().getBrightness()).isEqualTo(120);
        assertThat(found.getLandmarks().getXy().size()).isEqualTo(468 * 4);
        assertThat(found.getLandmarks().getBounds().getX()).isEqualTo(10);
        assertThat(found.getLandmarks().getBounds().getHeight()).isEqualTo(200);
    }

    @Test
    void aFaceThatIsTurnedAwayKeepsItsFiguresAndHasNoCrop() {
        FoundFace found = FaceCropRecords.of(FRAME, Findings.turned(), EXPRESSION, 0)
                .value()
                .getFound();

        assertThat(found.getGap()).isEqualTo(ExpressionGap.EXPRESSION_GAP_TURNED);
        assertThat(found.hasCrop()).isFalse();
        assertThat(found.getFigures().getPose().getYaw()).isEqualTo(12);
        assertThat(found.hasLandmarks()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(AbsenceReason.class)
    void everyAbsenceHasItsReasonInTheContract(AbsenceReason reason) {
        FaceCrop crop = FaceCropRecords.of(FRAME, Findings.absent(reason), EXPRESSION, 0)
                .value();

        assertThat(crop.hasFound()).isFalse();
        assertThat(crop.getAbsence().getReason().name()).isEqualTo("ABSENCE_REASON_" + reason.name());
    }

    @Test
    void aFrameWithoutASequenceHasNone() {
        Frame frame = new Frame(FRAME.participant(), 17, 19, OptionalLong.empty(), "", new byte[] {1});

        assertThat(FaceCropRecords.of(frame, Findings.face(), EXPRESSION, 0)
                        .value()
                        .hasSequence())
                .isFalse();
    }

    @Test
    void withoutExpressionsNeitherCropNorLandmarksLeave() {
        for (FrameFindings findings : List.of(Findings.face(), Findings.turned())) {
            FoundFace found = FaceCropRecords.of(FRAME, findings, Signals.ATTENTION, 0)
                    .value()
                    .getFound();

            assertThat(found.getFigures().getPose().getYaw())
                    .isEqualTo(findings.faces().get(0).pose().yaw());
            assertThat(found.getGap()).isEqualTo(ExpressionGap.EXPRESSION_GAP_NOT_WANTED);
            assertThat(found.hasCrop()).isFalse();
            assertThat(found.hasLandmarks()).isFalse();
        }
    }
}
