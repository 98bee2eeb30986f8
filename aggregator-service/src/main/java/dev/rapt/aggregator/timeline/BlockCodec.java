package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * All of one participant's buckets of one stretch as bytes, column by column: a block. What is decoded equals what was
 * encoded, to the last digit.
 *
 * <p>Version 1: the octet 65, the stretch's start in stretches since the epoch, the number of frames, the moment of the
 * first in milliseconds since the start, then columns (see {@link ColumnWriter}): the milliseconds from each frame to
 * the next, the eyes of each frame, and of each second with a frame its sums (see {@link SecondColumns}). Which seconds
 * and buckets there are follows from the frames.
 */
public final class BlockCodec {

    /** Far from the versions of a bucket, which stands in the same store. */
    private static final int VERSION = 65;

    private static final int SECOND_MILLIS = Bucket.LENGTH_MILLIS / Bucket.SLOTS;

    private BlockCodec() {}

    /** Whether these bytes are a block, and not a bucket. */
    public static boolean isBlock(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == VERSION;
    }

    /**
     * The buckets as a block.
     *
     * @param buckets of one participant and one stretch, in order of time, each with a frame or more
     */
    public static byte[] encode(Collection<Bucket> buckets) {
        int frames = buckets.stream().mapToInt(Bucket::frames).sum();
        Instant stretch = Stretch.startOf(buckets.iterator().next().start());
        long[] times = new long[frames];
        long[] eyes = new long[frames];
        List<Sums> seconds = new ArrayList<>(buckets.size() * Bucket.SLOTS);
        int frame = 0;
        for (Bucket bucket : buckets) {
            if (bucket.frames() == 0 || !Stretch.startOf(bucket.start()).equals(stretch)) {
                throw new IllegalArgumentException("A block holds buckets with frames, of one stretch");
            }
            long start = bucket.start().toEpochMilli() - stretch.toEpochMilli();
            for (int i = 0; i < bucket.frames(); i++) {
                times[frame] = start + bucket.offsets().at(i);
                eyes[frame++] = bucket.eyes().at(i) & 0xFF;
            }
            bucket.slots().stream()
                    .filter(slot -> slot.frames() > 0)
                    .map(Slot::sums)
                    .forEach(seconds::add);
        }
        ColumnWriter writer = new ColumnWriter()
                .octet(VERSION)
                .number(stretch.toEpochMilli() / Stretch.LENGTH_MILLIS)
                .number(frames)
                .number(times[0]);
        writer.column(steps(times), frames - 1).column(eyes, frames);
        SecondColumns.write(writer, seconds, framesBySecond(times));
        return writer.toBytes();
    }

    private static long[] steps(long[] times) {
        long[] steps = new long[times.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
            if (steps[i] <= 0) {
                throw new IllegalArgumentException("A block's buckets are in order of time");
            }
        }
        return steps;
    }

    /** How many frames each second with a frame has. */
    private static long[] framesBySecond(long[] times) {
        long[] counts = new long[times.length];
        int seconds = 0;
        for (int i = 0; i < times.length; i++) {
            if (i > 0 && times[i] / SECOND_MILLIS != times[i - 1] / SECOND_MILLIS) {
                seconds++;
            }
            counts[seconds]++;
        }
        return Arrays.copyOf(counts, seconds + 1);
    }

    /**
     * The buckets of a block, in order of time.
     *
     * @throws IllegalArgumentException when the bytes are none of a known version
     */
    public static List<Bucket> decode(byte[] bytes) {
        ColumnReader reader = new ColumnReader(bytes);
        long start = start(reader);
        long[] times = times(reader);
        long[] eyes = new long[times.length];
        reader.column(eyes, eyes.length);
        Slot[] slots = SecondColumns.read(reader, framesBySecond(times));
        reader.end();
        return buckets(start, times, eyes, slots);
    }

    /** Whether a block has a frame that was captured then: far cheaper than decoding it. */
    public static boolean holds(byte[] bytes, Instant capturedAt) {
        ColumnReader reader = new ColumnReader(bytes);
        long start = start(reader);
        return Arrays.binarySearch(times(reader), capturedAt.toEpochMilli() - start) >= 0;
    }

    private static long start(ColumnReader reader) {
        int version = reader.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("No block has version " + version);
        }
        return Math.multiplyExact(reader.number(), (long) Stretch.LENGTH_MILLIS);
    }

    private static long[] times(ColumnReader reader) {
        long frames = reader.number();
        if (frames < 1 || frames > Stretch.LENGTH_MILLIS) {
            throw new IllegalArgumentException("A block of " + frames + " frames");
        }
        long first = reader.number();
        long[] times = new long[(int) frames];
        reader.column(times, times.length - 1);
        long at = first;
        for (int i = 0; i < times.length; i++) {
            long step = times[i];
            times[i] = at;
            if (at < 0 || at >= Stretch.LENGTH_MILLIS || i < times.length - 1 && step <= 0) {
                throw new IllegalArgumentException("A block's frames are in order, inside its stretch");
            }
            at += step;
        }
        return times;
    }

    private static List<Bucket> buckets(long start, long[] times, long[] eyes, Slot[] slots) {
        List<Bucket> buckets = new ArrayList<>(Stretch.BUCKETS);
        int second = 0;
        int from = 0;
        while (from < times.length) {
            long bucket = times[from] / Bucket.LENGTH_MILLIS;
            int to = from;
            Slot[] five = new Slot[Bucket.SLOTS];
            Arrays.fill(five, Slot.EMPTY);
            while (to < times.length && times[to] / Bucket.LENGTH_MILLIS == bucket) {
                if (to == 0 || times[to] / SECOND_MILLIS != times[to - 1] / SECOND_MILLIS) {
                    five[(int) (times[to] / SECOND_MILLIS % Bucket.SLOTS)] = slots[second++];
                }
                to++;
            }
            short[] offsets = new short[to - from];
            byte[] trace = new byte[to - from];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = (short) (times[from + i] % Bucket.LENGTH_MILLIS);
                trace[i] = (byte) eyes[from + i];
            }
            buckets.add(new Bucket(
                    Instant.ofEpochMilli(start + bucket * Bucket.LENGTH_MILLIS),
                    Offsets.sorted(offsets),
                    EyeTrace.of(trace),
                    List.of(five)));
            from = to;
        }
        return buckets;
    }
}
