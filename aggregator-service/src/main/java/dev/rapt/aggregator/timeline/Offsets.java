package dev.rapt.aggregator.timeline;

import java.util.Arrays;

/**
 * The frames a bucket has seen, as milliseconds since its start: sorted, each once. Two bytes a frame are all that
 * de-duplication costs, and they live exactly as long as the sums they protect.
 */
final class Offsets {

    static final Offsets NONE = new Offsets(new short[0]);

    private final short[] sorted;

    private Offsets(short[] sorted) {
        this.sorted = sorted;
    }

    /** Offsets in strictly rising order. */
    static Offsets sorted(short[] offsets) {
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] < 0 || offsets[i] >= Bucket.LENGTH_MILLIS || i > 0 && offsets[i] <= offsets[i - 1]) {
                throw new IllegalArgumentException("Offsets rise strictly and stay inside the bucket");
            }
        }
        return new Offsets(offsets.clone());
    }

    int size() {
        return sorted.length;
    }

    int at(int index) {
        return sorted[index];
    }

    int countIn(int from, int to) {
        int count = 0;
        for (short offset : sorted) {
            count += offset >= from && offset < to ? 1 : 0;
        }
        return count;
    }

    boolean contains(int offset) {
        return indexOf(offset) >= 0;
    }

    /** Its place among them; below zero when it isn't there. */
    int indexOf(int offset) {
        return Arrays.binarySearch(sorted, (short) offset);
    }

    Offsets with(int offset) {
        int place = Arrays.binarySearch(sorted, (short) offset);
        if (place >= 0) {
            return this;
        }
        int at = -place - 1;
        short[] grown = Arrays.copyOf(sorted, sorted.length + 1);
        System.arraycopy(sorted, at, grown, at + 1, sorted.length - at);
        grown[at] = (short) offset;
        return new Offsets(grown);
    }

    Offsets union(Offsets other) {
        Offsets union = this;
        for (short offset : other.sorted) {
            union = union.with(offset);
        }
        return union;
    }

    boolean containsAll(Offsets other) {
        for (short offset : other.sorted) {
            if (!contains(offset)) {
                return false;
            }
        }
        return true;
    }

    boolean isDisjointFrom(Offsets other) {
        for (short offset : other.sorted) {
            if (contains(offset)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Offsets offsets && Arrays.equals(sorted, offsets.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
