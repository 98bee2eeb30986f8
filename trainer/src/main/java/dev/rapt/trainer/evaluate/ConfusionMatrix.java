package dev.rapt.trainer.evaluate;

import dev.rapt.classifier.model.Expression;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of pictures by label (row) and most probable expression (column), and the figures that follow from them. A
 * figure whose divisor is zero is zero.
 */
public record ConfusionMatrix(List<List<Integer>> counts) {

    /** Refuses what isn't seven by seven. */
    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.size() != Expression.COUNT || counts.stream().anyMatch(row -> row.size() != Expression.COUNT)) {
            throw new IllegalArgumentException("A confusion matrix has seven rows of seven");
        }
    }

    /** Counts outcomes. */
    public static ConfusionMatrix of(List<Outcome> outcomes) {
        Integer[][] counts = new Integer[Expression.COUNT][Expression.COUNT];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
        for (Outcome outcome : outcomes) {
            counts[outcome.image().label().ordinal()][
                    outcome.scores().mostProbable().ordinal()]++;
        }
        return new ConfusionMatrix(Arrays.stream(counts).map(Arrays::asList).toList());
    }

    /** All pictures. */
    public int total() {
        return Arrays.stream(Expression.values()).mapToInt(this::support).sum();
    }

    /** Pictures with this label. */
    public int support(Expression label) {
        return counts.get(label.ordinal()).stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of all pictures whose most probable expression is their label. */
    public double accuracy() {
        return ratio(Arrays.stream(Expression.values()).mapToInt(this::hits).sum(), total());
    }

    /** Of the pictures with this label, the share that was called so. */
    public double recall(Expression label) {
        return ratio(hits(label), support(label));
    }

    /** Of the pictures that were called so, the share that has this label. */
    public double precision(Expression label) {
        int called = counts.stream().mapToInt(row -> row.get(label.ordinal())).sum();
        return ratio(hits(label), called);
    }

    /** The harmonic mean of recall and precision. */
    public double f1(Expression label) {
        double recall = recall(label);
        double precision = precision(label);
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }

    /** The mean F1 of the classes that have pictures: a set without neutral doesn't lose a seventh by it. */
    public double macroF1() {
        return Arrays.stream(Expression.values())
                .filter(label -> support(label) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(0);
    }

    private int hits(Expression label) {
        return counts.get(label.ordinal()).get(label.ordinal());
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
