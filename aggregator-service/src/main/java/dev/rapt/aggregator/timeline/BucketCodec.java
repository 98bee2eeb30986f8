package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A bucket as bytes, version 2: the version, the start in buckets since the epoch, the number of frames, their offsets
 * of two bytes each (high byte first), their eyes of one byte each, then the five slots (see {@link SumsCodec}). Numbers
 * are base-128 varints. About 360 bytes for ten frames. Version 1 had no eyes; it is read and no longer written.
 */
public final class BucketCodec {

    private static final int VERSION = 2;

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
        for (int i = 0; i < bucket.frames(); i++) {
            packer.octet(bucket.eyes().at(i));
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
        int version = unpacker.version(VERSION);
        Instant start = Instant.ofEpochMilli(Math.multiplyExact(unpacker.number(), (long) Bucket.LENGTH_MILLIS));
        long frames = unpacker.number();
        if (frames > Bucket.LENGTH_MILLIS) {
            throw new IllegalArgumentException("A bucket of " + frames + " frames");
        }
        short[] offsets = new short[(int) frames];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (short) unpacker.twoBytes();
        }
        EyeTrace eyes = version == 1 ? EyeTrace.unknown(offsets.length) : eyes(unpacker, offsets.length);
        List<Slot> slots = new ArrayList<>(Bucket.SLOTS);
        for (int i = 0; i < Bucket.SLOTS; i++) {
            slots.add(new Slot(SumsCodec.read(unpacker, version)));
        }
        unpacker.end();
        return new Bucket(start, Offsets.sorted(offsets), eyes, slots);
    }

    private static EyeTrace eyes(Unpacker unpacker, int frames) {
        byte[] eyes = new byte[frames];
        for (int i = 0; i < frames; i++) {
            eyes[i] = (byte) unpacker.octet();
        }
        return EyeTrace.of(eyes);
    }
}
