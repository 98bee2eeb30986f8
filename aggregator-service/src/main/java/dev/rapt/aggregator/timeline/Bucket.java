package dev.rapt.aggregator.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Five seconds of one participant, aligned to the epoch: a slot for each second, and the offsets of the frames that are
 * in them with their eyes. A frame is in a bucket or it isn't: adding it again changes nothing, whatever it says the second time.
 * Frames may come in any order; the same set of frames always makes the same bucket, to the last digit.
 *
 * @param start the bucket's first moment, a multiple of five seconds since the epoch
 * @param offsets the frames it holds, in milliseconds since the start
 * @param eyes how open the eyes are in each of them
 * @param slots one a second, five
 */
public record Bucket(Instant start, Offsets offsets, EyeTrace eyes, List<Slot> slots) {

    /** How long a bucket is. */
    public static final Duration LENGTH = Duration.ofSeconds(5);

    static final int LENGTH_MILLIS = (int) LENGTH.toMillis();
    static final int SLOTS = (int) LENGTH.toSeconds();
    private static final int SLOT_MILLIS = LENGTH_MILLIS / SLOTS;

    public Bucket {
        slots = List.copyOf(slots);
        if (!start.equals(startOf(start))) {
            throw new IllegalArgumentException("A bucket starts at a multiple of five seconds, not at " + start);
        }
        if (slots.size() != SLOTS) {
            throw new IllegalArgumentException("A bucket has five slots, not " + slots.size());
        }
        if (eyes.size() != offsets.size()) {
            throw new IllegalArgumentException("A bucket knows of each of its frames how open the eyes are");
        }
        for (int second = 0; second < SLOTS; second++) {
            if (slots.get(second).frames() != offsets.countIn(second * SLOT_MILLIS, (second + 1) * SLOT_MILLIS)) {
                throw new IllegalArgumentException("A bucket's slots hold the frames of its offsets");
            }
        }
    }

    /** A bucket and whether the frame that was added to it is new. */
    public record Addition(Bucket bucket, boolean isNew) {}

    /** The start of the bucket that holds this moment. */
    public static Instant startOf(Instant moment) {
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), LENGTH_MILLIS) * LENGTH_MILLIS);
    }

    /** The bucket without a frame that starts then. */
    public static Bucket empty(Instant start) {
        return new Bucket(start, Offsets.NONE, EyeTrace.NONE, Collections.nCopies(SLOTS, Slot.EMPTY));
    }

    /**
     * This bucket with the frame in it. A frame that is already there (same moment of capture) leaves it as it is.
     *
     * @throws IllegalArgumentException when the frame belongs to another bucket
     */
    public Addition add(Observation observation) {
        int offset = offsetOf(observation.capturedAt());
        if (offsets.contains(offset)) {
            return new Addition(this, false);
        }
        List<Slot> changed = new ArrayList<>(slots);
        int second = offset / SLOT_MILLIS;
        changed.set(second, slots.get(second).plus(Slot.of(observation)));
        Offsets grown = offsets.with(offset);
        EyeTrace traced = eyes.with(grown.indexOf(offset), EyeTrace.byteOf(observation));
        return new Addition(new Bucket(start, grown, traced, changed), true);
    }

    /**
     * One bucket of two over the same five seconds: for partial buckets whose frames are disjoint (an archive and its
     * stragglers), or for two copies of which one holds all frames of the other. On those it is commutative,
     * associative and idempotent. Two buckets that share some frames only can't be merged, because a sum no longer
     * knows its frames: add the frames instead.
     *
     * @throws IllegalArgumentException when the starts differ or the frames overlap in part
     */
    public Bucket merge(Bucket other) {
        if (!start.equals(other.start)) {
            throw new IllegalArgumentException("Buckets of " + start + " and " + other.start + " don't merge");
        }
        if (offsets.containsAll(other.offsets)) {
            return this;
        }
        if (other.offsets.containsAll(offsets)) {
            return other;
        }
        if (!offsets.isDisjointFrom(other.offsets)) {
            throw new IllegalArgumentException("Buckets that share some of their frames don't merge: " + start);
        }
        List<Slot> merged = new ArrayList<>(SLOTS);
        for (int second = 0; second < SLOTS; second++) {
            merged.add(slots.get(second).plus(other.slots.get(second)));
        }
        Offsets union = offsets.union(other.offsets);
        return new Bucket(start, union, eyesOf(union, other), merged);
    }

    private EyeTrace eyesOf(Offsets union, Bucket other) {
        byte[] trace = new byte[union.size()];
        for (int i = 0; i < trace.length; i++) {
            int mine = offsets.indexOf(union.at(i));
            trace[i] = mine >= 0 ? eyes.at(mine) : other.eyes.at(other.offsets.indexOf(union.at(i)));
        }
        return EyeTrace.of(trace);
    }

    /** The same as if no expression had ever been estimated. */
    public Bucket withoutExpressions() {
        return new Bucket(
                start,
                offsets,
                eyes,
                slots.stream().map(Slot::withoutExpressions).toList());
    }

    /** How many frames it holds. */
    public int frames() {
        return offsets.size();
    }

    /** When the frame of that index was captured; frames count from 0 in the order of capture. */
    public Instant capturedAt(int frame) {
        return start.plusMillis(offsets.at(frame));
    }

    /** How open the eyes are in the frame of that index, height over width; empty when no eyes were measured. */
    public OptionalDouble eyeOpenness(int frame) {
        return eyes.openness(frame);
    }

    /** The moment after the bucket's last. */
    public Instant end() {
        return start.plus(LENGTH);
    }

    private int offsetOf(Instant moment) {
        long offset = moment.toEpochMilli() - start.toEpochMilli();
        if (offset < 0 || offset >= LENGTH_MILLIS) {
            throw new IllegalArgumentException("The bucket of " + start + " doesn't hold " + moment);
        }
        return (int) offset;
    }
}
