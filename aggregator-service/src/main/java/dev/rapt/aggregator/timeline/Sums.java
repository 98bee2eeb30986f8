package dev.rapt.aggregator.timeline;

import java.util.Arrays;

/**
 * A fixed number of exact integers that add and subtract element by element: the group under slots and tallies. One
 * layout serves both, so that a place means the same thing in a second and in a month. Each group of measures has its
 * own count of frames and of seconds: a face can have figures and no expression, or no pose.
 */
final class Sums {

    /** Frames with a face whose expression was estimated, and what was estimated. */
    static final int SCORED = 0;

    static final int SKIPPED = 1;
    static final int SCORED_SECONDS = 2;
    static final int ABSENT = 3;
    static final int LABELS = ABSENT + Absence.values().length;
    static final int EXPRESSIONS = LABELS + Label.values().length;
    static final int EXPRESSIONS_END = EXPRESSIONS + Expression.values().length;
    /** Frames with a face whose expression nobody knows. */
    static final int SEEN = EXPRESSIONS_END;
    /** Of scored and seen faces together. */
    static final int MEASURED_SECONDS = SEEN + 1;

    static final int FIGURES = MEASURED_SECONDS + 1;
    /** Frames with a pose; angles are the only numbers here that may be below zero. */
    static final int POSED = FIGURES + Figure.values().length;

    static final int POSED_SECONDS = POSED + 1;
    static final int ANGLES = POSED_SECONDS + 1;
    /** Frames whose quality was measured. */
    static final int GRADED = ANGLES + Angle.values().length;

    static final int GRADED_SECONDS = GRADED + 1;
    static final int TRAITS = GRADED_SECONDS + 1;
    static final int SIZE = TRAITS + Trait.values().length;

    static final Sums ZERO = new Sums(new long[SIZE]);

    private final long[] values;

    private Sums(long[] values) {
        this.values = values;
    }

    /** Takes the array over: the caller must not touch it again. */
    static Sums owning(long[] values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("Sums are " + SIZE + " integers, not " + values.length);
        }
        return new Sums(values);
    }

    long at(int place) {
        return values[place];
    }

    long total(int from, int count) {
        long total = 0;
        for (int i = from; i < from + count; i++) {
            total += values[i];
        }
        return total;
    }

    long[] copy() {
        return values.clone();
    }

    /** As if no expression had ever been estimated: its faces are seen ones. */
    Sums withoutExpressions() {
        long[] result = copy();
        result[SEEN] += result[SCORED];
        result[SCORED] = 0;
        result[SCORED_SECONDS] = 0;
        Arrays.fill(result, LABELS, EXPRESSIONS_END, 0);
        return owning(result);
    }

    Sums plus(Sums other) {
        long[] result = copy();
        other.addTo(result);
        return owning(result);
    }

    Sums minus(Sums other) {
        long[] result = copy();
        for (int i = 0; i < SIZE; i++) {
            result[i] -= other.values[i];
        }
        return owning(result);
    }

    void writeTo(long[] target, int from) {
        System.arraycopy(values, 0, target, from, SIZE);
    }

    void addTo(long[] target) {
        for (int i = 0; i < SIZE; i++) {
            target[i] += values[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums && Arrays.equals(values, sums.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
