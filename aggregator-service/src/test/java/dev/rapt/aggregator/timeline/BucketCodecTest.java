package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static dev.rapt.aggregator.timeline.Frames.absent;
import static dev.rapt.aggregator.timeline.Frames.face;
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

    private static final String GOLDEN =
            "01a09ec9a8010400fa02ee07d113870102000000000100000001c09a0ca08d06a08d06c0cf24c09a0cc09a0cc0cf24c0ee6da0c21e"
                    + "c0cf24000600000000000001ac02000201000000000000";

    private static Bucket golden() {
        return Frames.buckets(List.of(
                        face(250, Label.HAPPY),
                        face(750, Label.IT_DEPENDS),
                        absent(4_999, Absence.NO_FACE),
                        new Observation(START.plusMillis(2_001), 300, new Absent(Absence.OTHER))))
                .get(START);
    }

    @Test
    void writesAndReadsVersionOne() {
        assertThat(HexFormat.of().formatHex(BucketCodec.encode(golden()))).isEqualTo(GOLDEN);
        assertThat(BucketCodec.decode(HexFormat.of().parseHex(GOLDEN))).isEqualTo(golden());
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
        assertThat(BucketCodec.encode(tenFrames)).hasSizeLessThan(260);
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
        bytes[0] = 2;
        assertThatThrownBy(() -> BucketCodec.decode(bytes)).hasMessageContaining("Version 2");
    }
}
