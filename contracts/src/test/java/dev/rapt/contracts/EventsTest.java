package dev.rapt.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.MeetingState;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
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

    private static final String SPEECH = "0a016d10fbd095ffbc311a01702206726563616c6c42020801";
    private static final String ERASED = "0a016d10fbd095ffbc311a050a03776879";

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
    void readsAMeetingEventWrittenByVersionOne() {
        MeetingEvent event = ProtobufSerde.meetingLog()
                .deserializer()
                .deserialize("t", HexFormat.of().parseHex(SPEECH));

        assertThat(event.getMeetingId()).isEqualTo("m");
        assertThat(event.getParticipantId()).isEqualTo("p");
        assertThat(event.getAtMs()).isEqualTo(1_700_000_000_123L);
        assertThat(event.getSource()).isEqualTo("recall");
        assertThat(event.getSpeechOn().getSilenceIsReported()).isTrue();
        assertThat(ProtobufSerde.meetingLog().serializer().serialize("t", event))
                .asHexString()
                .isEqualToIgnoringCase(SPEECH);
    }

    @Test
    void readsAnErasureWrittenByVersionOne() {
        MeetingState state = ProtobufSerde.meetingState()
                .deserializer()
                .deserialize("t", HexFormat.of().parseHex(ERASED));

        assertThat(state.getMeetingId()).isEqualTo("m");
        assertThat(state.getErased().getReason()).isEqualTo("why");
        assertThat(ProtobufSerde.meetingState().serializer().serialize("t", state))
                .asHexString()
                .isEqualToIgnoringCase(ERASED);
    }

    @Test
    void keepsAllThatIsSaidOfAMeetingInItsPartition() {
        for (String id : List.of("standup", "m", "demo-1", "A:long_id-with.everything")) {
            byte[] key = Keys.ofScore(id).getBytes(StandardCharsets.UTF_8);
            assertThat(Keys.partitionOf(id, 48)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 48));
        }
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
