package dev.rapt.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** Golden bytes: what was written with version 1 must always be readable and mean the same. */
class EventsTest {

    private static final FrameId FRAME = FrameId.newBuilder()
            .setMeetingId("m")
            .setParticipantId("p")
            .setCapturedAtMs(1_700_000_000_123L)
            .build();

    private static final String ABSENT = "0a0d0a016d12017018fbd095ffbc3110011805200232020801";
    private static final String SCORED =
            "0a0d0a016d12017018fbd095ffbc312a20121c0000003e0000003e0000003e0000003e0000003e0000003e0000803e1804";

    @Test
    void readsAnAbsentFrameWrittenByVersionOne() {
        FaceCrop crop = ProtobufSerde.faceCrops()
                .deserializer()
                .deserialize("t", HexFormat.of().parseHex(ABSENT));

        assertThat(crop.getFrame()).isEqualTo(FRAME);
        assertThat(crop.getSequence()).isEqualTo(5);
        assertThat(crop.getSkippedBefore()).isEqualTo(2);
        assertThat(crop.getAbsence().getReason()).isEqualTo(AbsenceReason.ABSENCE_REASON_NO_FACE);
        assertThat(ProtobufSerde.faceCrops().serializer().serialize("t", crop))
                .asHexString()
                .isEqualToIgnoringCase(ABSENT);
    }

    @Test
    void readsAScoreWrittenByVersionOne() {
        FaceScore score = ProtobufSerde.faceScores()
                .deserializer()
                .deserialize("t", HexFormat.of().parseHex(SCORED));

        assertThat(score.getFrame()).isEqualTo(FRAME);
        assertThat(score.getScored().getProbabilitiesList())
                .isEqualTo(List.of(.125f, .125f, .125f, .125f, .125f, .125f, .25f));
        assertThat(score.getScored().getDominant()).isEqualTo(Expression.EXPRESSION_HAPPY);
        assertThat(ProtobufSerde.faceScores().serializer().serialize("t", score))
                .asHexString()
                .isEqualToIgnoringCase(SCORED);
    }

    @Test
    void refusesBytesThatAreNoEventWithoutQuotingThem() {
        assertThatThrownBy(
                        () -> ProtobufSerde.faceCrops().deserializer().deserialize("face-crops", "secret".getBytes()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("face-crops")
                .hasMessageNotContaining("secret");
    }
}
