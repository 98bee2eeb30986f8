package dev.rapt.classifier.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import dev.rapt.classifier.Events;
import dev.rapt.classifier.score.Received;
import dev.rapt.classifier.score.UnusableReason;
import dev.rapt.contracts.v1.FaceCrop;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class CropRecordReaderTest {

    private final CropRecordReader reader = new CropRecordReader(Events.SIZE, Events.SIZE);

    @Test
    void readsAFaceWithAllThatIsSaidOfIt() {
        Received.Face face = (Received.Face) read(Events.face("m", "p", 7));

        assertThat(face.frame().meetingId()).isEqualTo("m");
        assertThat(face.frame().participantId()).isEqualTo("p");
        assertThat(face.frame().capturedAt()).isEqualTo(Instant.ofEpochMilli(Events.BEGINNING + 7));
        assertThat(face.frame().receivedAt()).isEqualTo(Instant.ofEpochMilli(Events.BEGINNING + 47));
        assertThat(face.frame().sequence()).isEqualTo(OptionalLong.of(7));
        assertThat(face.frame().skippedBefore()).isEqualTo(1);
        assertThat(face.frame().detector().name()).isEqualTo("mediapipe");
        assertThat(face.figures().event()).isEqualTo(Events.figures().toByteArray());
        assertThat(face.crop().width()).isEqualTo(48);
        assertThat(face.origin().offset()).isEqualTo(11);
    }

    @Test
    void readsAnAbsenceAlsoOfAReasonToCome() {
        FaceCrop.Builder later = Events.absent("m", "p", 1).toBuilder();
        later.getAbsenceBuilder().setReasonValue(77);

        assertThat(((Received.Absent) read(Events.absent("m", "p", 1))).reason())
                .isEqualTo(4);
        assertThat(((Received.Absent) read(later.build())).reason()).isEqualTo(77);
    }

    @Test
    void readsAFaceWithAGapAlsoOfAReasonToCome() {
        FaceCrop.Builder later = Events.turned("m", "p", 1).toBuilder();
        later.getFoundBuilder().setGapValue(77);

        Received.Seen seen = (Received.Seen) read(Events.turned("m", "p", 1));
        assertThat(seen.gap()).isEqualTo(1);
        assertThat(seen.figures().event()).isEqualTo(Events.figures().toByteArray());
        assertThat(seen.frame().capturedAt()).isEqualTo(Instant.ofEpochMilli(Events.BEGINNING + 1));
        assertThat(((Received.Seen) read(later.build())).gap()).isEqualTo(77);
    }

    @Test
    void carriesFiguresOfADetectorToCome() {
        // Given a figure that this version has no field for
        FaceCrop.Builder event = Events.face("m", "p", 1).toBuilder();
        UnknownFieldSet more = UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addFixed32(7).build())
                .build();
        event.getFoundBuilder().getFiguresBuilder().setUnknownFields(more);

        // When
        Received.Face face = (Received.Face) read(event.build());

        // Then
        assertThat(face.figures().event())
                .isEqualTo(event.getFound().getFigures().toByteArray())
                .hasSizeGreaterThan(Events.figures().getSerializedSize());
    }

    @Test
    void saysWhatIsWrong() {
        FaceCrop good = Events.face("m", "p", 1);
        byte[] pixels = new byte[48 * 48];

        assertThat(reasonOf((byte[]) null)).isEqualTo(UnusableReason.EMPTY_RECORD);
        assertThat(reasonOf(new byte[0])).isEqualTo(UnusableReason.EMPTY_RECORD);
        assertThat(reasonOf("no event at all".getBytes())).isEqualTo(UnusableReason.CORRUPT_RECORD);
        assertThat(reasonOf(java.util.Arrays.copyOf(good.toByteArray(), 600))).isEqualTo(UnusableReason.CORRUPT_RECORD);
        assertThat(reasonOf(FaceCrop.newBuilder().setReceivedAtMs(1).build())).isEqualTo(UnusableReason.BAD_ID);
        assertThat(reasonOf(Events.face("m/x", "p", 1))).isEqualTo(UnusableReason.BAD_ID);
        assertThat(reasonOf(Events.face("m", "", 1))).isEqualTo(UnusableReason.BAD_ID);
        assertThat(reasonOf(Events.face("m", "p".repeat(129), 1))).isEqualTo(UnusableReason.BAD_ID);
        assertThat(reasonOf(withoutTime())).isEqualTo(UnusableReason.BAD_CAPTURED_AT);
        assertThat(reasonOf(Events.frame("m", "p", 1).build())).isEqualTo(UnusableReason.MISSING_FINDING);
        assertThat(reasonOf(Events.face("m", "p", 1, 64, 64, new byte[64 * 64])))
                .isEqualTo(UnusableReason.CROP_SIZE);
        assertThat(reasonOf(Events.face("m", "p", 1, 24, 96, pixels))).isEqualTo(UnusableReason.CROP_SIZE);
        assertThat(reasonOf(Events.face("m", "p", 1, 48, 48, new byte[48 * 47])))
                .isEqualTo(UnusableReason.PIXEL_COUNT);
        assertThat(reasonOf(Events.face("m", "p", 1, 48, 48, new byte[0]))).isEqualTo(UnusableReason.PIXEL_COUNT);
        FaceCrop.Builder neither = good.toBuilder();
        neither.getFoundBuilder().clearExpression();
        assertThat(reasonOf(neither.build())).isEqualTo(UnusableReason.MISSING_CROP);
        FaceCrop.Builder figures = good.toBuilder();
        figures.getFoundBuilder().getFiguresBuilder().setConfidence(Float.NaN);
        assertThat(reasonOf(figures.build())).isEqualTo(UnusableReason.BAD_FIGURES);
        FaceCrop.Builder pose = Events.turned("m", "p", 1).toBuilder();
        pose.getFoundBuilder().getFiguresBuilder().getPoseBuilder().setYaw(Float.POSITIVE_INFINITY);
        assertThat(reasonOf(pose.build())).isEqualTo(UnusableReason.BAD_FIGURES);
    }

    @Test
    void theOriginTellsTheValueApartWithoutQuotingIt() throws Exception {
        byte[] value = "no event at all".getBytes();

        Received received = reader.read(record(value));

        assertThat(received.origin().topic()).isEqualTo("face-crops");
        assertThat(received.origin().partition()).isEqualTo(3);
        assertThat(received.origin().size()).isEqualTo(15);
        assertThat(received.origin().sha256())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(value)));
        assertThat(received.toString()).doesNotContain("event at all");
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        Random random = new Random(11);
        byte[] good = Events.face("m", "p", 1).toByteArray();
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = round % 2 == 0 ? new byte[random.nextInt(300)] : good.clone();
            if (round % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                for (int i = 0; i < 4; i++) {
                    bytes[random.nextInt(160)] = (byte) random.nextInt();
                }
            }
            assertThat(reader.read(record(bytes))).isNotNull();
        }
    }

    private static FaceCrop withoutTime() {
        FaceCrop.Builder event = Events.face("m", "p", 1).toBuilder();
        event.getFrameBuilder().clearCapturedAtMs();
        return event.build();
    }

    private UnusableReason reasonOf(FaceCrop event) {
        return reasonOf(event.toByteArray());
    }

    private UnusableReason reasonOf(byte[] value) {
        Received received = reader.read(record(value));
        assertThat(received).isInstanceOf(Received.Unusable.class);
        return ((Received.Unusable) received).reason();
    }

    private Received read(FaceCrop event) {
        return reader.read(record(event.toByteArray()));
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>("face-crops", 3, 11, "m/p".getBytes(), value);
    }
}
