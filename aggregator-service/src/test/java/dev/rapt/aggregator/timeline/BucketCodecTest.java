package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static dev.rapt.aggregator.timeline.Frames.absent;
import static dev.rapt.aggregator.timeline.Frames.face;
import static dev.rapt.aggregator.timeline.Frames.poseless;
import static dev.rapt.aggregator.timeline.Frames.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Golden bytes: what a store on disk holds must stay readable and mean the same. */
class BucketCodecTest {

    private static final String VERSION_1 =
            "01a09ec9a8010400fa02ee07d113870102000000000100000001c09a0ca08d06a08d06c0cf24c09a0cc09a0cc0cf24c0ee6da0c21e"
                    + "c0cf24000600000000000001ac02000201000000000000";

    private static final String VERSION_2 =
            "02a09ec9a8010400fa02ee07d113874c2000003901000000000100000000a08d06d08603d08603a0c21ea08d06a08d06a08d"
                    + "060100c0ee6de0a712a8f8190200df9ecd17e0f3bd058fa10f0100bce003c09a0cc0a907000600000000000001ac02000201000000000000";

    /** What version 1 had room for. */
    private static Bucket first() {
        Bucket made = Frames.buckets(List.of(
                        poseless(250, Label.HAPPY),
                        poseless(750, Label.IT_DEPENDS),
                        absent(4_999, Absence.NO_FACE),
                        new Observation(START.plusMillis(2_001), 300, new Absent(Absence.OTHER))))
                .get(START);
        return new Bucket(START, made.offsets(), EyeTrace.unknown(made.frames()), made.slots());
    }

    private static Bucket golden() {
        return Frames.buckets(List.of(
                        face(250, Label.HAPPY),
                        seen(750, -20.5, 3.25, .125),
                        absent(4_999, Absence.NO_FACE),
                        new Observation(START.plusMillis(2_001), 300, new Absent(Absence.OTHER))))
                .get(START);
    }

    @Test
    void readsVersionOne() {
        assertThat(BucketCodec.decode(HexFormat.of().parseHex(VERSION_1))).isEqualTo(first());
        assertThat(BucketCodec.decode(BucketCodec.encode(first()))).isEqualTo(first());
    }

    @Test
    void writesAndReadsVersionTwo() {
        assertThat(HexFormat.of().formatHex(BucketCodec.encode(golden()))).isEqualTo(VERSION_2);
        assertThat(BucketCodec.decode(HexFormat.of().parseHex(VERSION_2))).isEqualTo(golden());
    }

    @Test
    void readsAParticipationOfVersionOne() {
        // Given one whose only frame was captured and arrived at the start
        Bucket bucket = Frames.buckets(List.of(poseless(0, Label.HAPPY))).get(START);
        String bytes = "0180d2e5ecb83380d2e5ecb83380d2e5ecb8330101010000008094ebdc030000000080c2d72f80e1"
                + "eb1780e1eb1780cab5ee0180c2d72f80c2d72f80c2d72f80d293ad0380e59a7780c6868f01";

        // Then
        assertThat(TotalsCodec.participation(HexFormat.of().parseHex(bytes)))
                .isEqualTo(Participation.of(bucket, START));
    }

    @Test
    void readsWhatItWrote() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<Observation> frames = Stream.generate(() -> Frames.any(random, 5_000))
                    .limit(random.nextInt(60) + 1)
                    .toList();
            Bucket bucket = Frames.buckets(frames).get(START);
            assertThat(BucketCodec.decode(BucketCodec.encode(bucket))).isEqualTo(bucket);
            Participation participation = Participation.of(bucket, START);
            assertThat(TotalsCodec.participation(TotalsCodec.encode(participation)))
                    .isEqualTo(participation);
            Meeting meeting = Meeting.of(participation);
            assertThat(TotalsCodec.meeting(TotalsCodec.encode(meeting))).isEqualTo(meeting);
        }
    }

    @Test
    void needsLittleRoom() {
        Bucket tenFrames = Frames.buckets(Stream.iterate(0, at -> at + 500)
                        .limit(10)
                        .map(at -> face(at, Label.NEUTRAL))
                        .toList())
                .get(START);
        assertThat(BucketCodec.encode(tenFrames)).hasSizeLessThan(410);
        assertThat(BucketCodec.encode(Bucket.empty(START))).hasSizeLessThan(13);
    }

    @Test
    void refusesBytesThatAreNoBucket() {
        byte[] bytes = BucketCodec.encode(golden());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> BucketCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> BucketCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        bytes[0] = 3;
        assertThatThrownBy(() -> BucketCodec.decode(bytes)).hasMessageContaining("Version 3");
    }
}
