package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BlockCodecTest {

    private static final int STRETCH = (int) Stretch.LENGTH.toMillis();

    private static Collection<Bucket> any(Random random, int frames) {
        return Frames.buckets(Stream.generate(() -> Frames.any(random, STRETCH))
                        .limit(frames)
                        .toList())
                .values();
    }

    @RepeatedTest(50)
    void readsWhatItWrote(RepetitionInfo round) {
        // Given any frames: none to several in a second, with and without each measure, and gaps
        Random random = new Random(round.getCurrentRepetition());
        Collection<Bucket> buckets = any(random, 1 + random.nextInt(round.getCurrentRepetition() * 40));

        // When
        byte[] block = BlockCodec.encode(buckets);

        // Then
        assertThat(BlockCodec.isBlock(block)).isTrue();
        assertThat(BlockCodec.decode(block)).containsExactlyElementsOf(buckets);
    }

    @Test
    void readsFullAndSparseStretches() {
        List<Bucket> full = List.copyOf(Frames.buckets(IntStream.range(0, 1_200)
                        .mapToObj(i -> Frames.face(500L * i, Label.values()[i % 8]))
                        .toList())
                .values());
        List<Bucket> one = List.copyOf(Frames.buckets(List.of(Frames.absent(STRETCH - 1, Absence.NO_FACE)))
                .values());

        assertThat(full).hasSize(Stretch.BUCKETS);
        assertThat(BlockCodec.decode(BlockCodec.encode(full))).isEqualTo(full);
        assertThat(BlockCodec.decode(BlockCodec.encode(one))).isEqualTo(one);
        assertThat(BlockCodec.encode(one)).hasSizeLessThan(50);
    }

    @Test
    void tellsABlockFromABucket() {
        Bucket bucket = any(new Random(1), 1).iterator().next();

        assertThat(BlockCodec.isBlock(BucketCodec.encode(bucket))).isFalse();
        assertThat(BlockCodec.isBlock(new byte[0])).isFalse();
    }

    @Test
    void knowsItsFramesWithoutDecoding() {
        Collection<Bucket> buckets = any(new Random(2), 500);
        byte[] block = BlockCodec.encode(buckets);
        List<Instant> moments = buckets.stream()
                .flatMap(bucket -> IntStream.range(0, bucket.frames()).mapToObj(bucket::capturedAt))
                .toList();

        assertThat(moments).allMatch(moment -> BlockCodec.holds(block, moment));
        assertThat(moments.stream().map(moment -> moment.plusMillis(1)).filter(moment -> !moments.contains(moment)))
                .noneMatch(moment -> BlockCodec.holds(block, moment));
        assertThat(BlockCodec.holds(block, START.minusMillis(1))).isFalse();
        assertThat(BlockCodec.holds(block, START.plusMillis(STRETCH))).isFalse();
    }

    @Test
    void staysReadable() {
        // Golden bytes: what a store on disk holds must stay readable and mean the same
        TreeMap<Instant, Bucket> buckets = Frames.buckets(List.of(
                Frames.face(250, Label.HAPPY),
                Frames.seen(750, -20.5, 3.25, .125),
                Frames.absent(4_999, Absence.NO_FACE),
                new Observation(START.plusMillis(12_001), 300, new Absent(Absence.OTHER))));

        assertThat(HexFormat.of().formatHex(BlockCodec.encode(buckets.values())))
                .isEqualTo(GOLDEN);
        assertThat(BlockCodec.decode(HexFormat.of().parseHex(GOLDEN))).containsExactlyElementsOf(buckets.values());
    }

    private static final String GOLDEN =
            "41dce7b30104fa010d00e80700a0d499650700004c1000000100000101000002ffffffffff010000040900000000b004ffffffffff01000001ffffff000002ffffffff0000c09a0c0000a08d060000a08d060000c0843d0000c09a0c0000c09a0cff000080dddb010000c0cf240000d0f0330000df9ecd170000e0f3bd0500008fa10f0000f8c007000080b518000080d30e";

    @Test
    void needsAboutHalfTheRoomOfItsBuckets() {
        // Given two frames a second of a face that hardly moves, measured with a camera's noise
        Random random = new Random(5);
        List<Bucket> buckets = List.copyOf(Frames.buckets(IntStream.range(0, 1_200)
                        .mapToObj(i -> Frames.noisy(random, 500L * i + random.nextInt(20)))
                        .toList())
                .values());
        int apart = buckets.stream()
                .mapToInt(bucket -> BucketCodec.encode(bucket).length)
                .sum();

        // Then
        assertThat(BlockCodec.encode(buckets).length).isLessThan(apart * 6 / 10);
    }

    @Test
    void refusesWhatIsNoBlock() {
        Collection<Bucket> buckets = any(new Random(3), 40);
        byte[] bytes = BlockCodec.encode(buckets);

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> BlockCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> BlockCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        BlockCodec.decode(BucketCodec.encode(buckets.iterator().next())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlockCodec.encode(List.of(Bucket.empty(START))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
