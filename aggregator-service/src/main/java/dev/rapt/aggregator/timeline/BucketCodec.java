package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A bucket as bytes, version 1: the version, the start in buckets since the epoch, the number of frames, their offsets
 * of two bytes each (high byte first), then the five slots (see {@link SumsCodec}). Numbers are base-128 varints.
 * About 230 bytes for ten frames.
 */
public final class BucketCodec {

    private static final int VERSION = 1;

    private BucketCodec() {}

    /** The bucket as bytes; equal buckets make equal bytes. */
    public static byte[] encode(Bucket bucket) {
        Packer packer = new Packer()
                .octet(VERSION)
                .number(bucket.start().toEpochMilli() / Bucket.LENGTH_MILLIS)
                .number(bucket.frames());
        for (int i = 0; i < bucket.frames(); i++) {
            packer.twoBytes(bucket.offsets().at(i));
        }
        bucket.slots().forEach(slot -> SumsCodec.write(packer, slot.sums()));
        return packer.toBytes();
    }

    /**
     * The bucket of these bytes.
     *
     * @throws IllegalArgumentException when they are none of a known version
     */
    public static Bucket decode(byte[] bytes) {
        Unpacker unpacker = new Unpacker(bytes);
        unpacker.version(VERSION);
        Instant start = Instant.ofEpochMilli(Math.multiplyExact(unpacker.number(), (long) Bucket.LENGTH_MILLIS));
        long frames = unpacker.number();
        if (frames > Bucket.LENGTH_MILLIS) {
            throw new IllegalArgumentException("A bucket of " + frames + " frames");
        }
        short[] offsets = new short[(int) frames];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (short) unpacker.twoBytes();
        }
        List<Slot> slots = new ArrayList<>(Bucket.SLOTS);
        for (int i = 0; i < Bucket.SLOTS; i++) {
            slots.add(new Slot(SumsCodec.read(unpacker)));
        }
        unpacker.end();
        return new Bucket(start, Offsets.sorted(offsets), slots);
    }
}
