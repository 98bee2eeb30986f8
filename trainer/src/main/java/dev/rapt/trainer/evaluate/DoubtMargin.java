package dev.rapt.trainer.evaluate;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The margin below which the most probable expression is more often wrong than right; pictures below it are shown as
 * {@code it-depends}. The share of right answers is taken as a function of the margin that never falls (isotonic
 * regression by pooling adjacent violators, https://doi.org/10.1214/aoms/1177728423), and the threshold is where that
 * function first reaches one half.
 *
 * @param margin the threshold, in [0, 1], rounded down to a hundredth
 * @param share the share of the pictures below it
 * @param accuracyBelow how many of those were right
 * @param accuracyAbove how many of the others were right
 */
public record DoubtMargin(double margin, double share, double accuracyBelow, double accuracyAbove) {

    /** Pictures next to each other in margin, with one share of right answers. */
    private record Pool(double from, int right, int size) {
        double accuracy() {
            return (double) right / size;
        }

        Pool with(Pool next) {
            return new Pool(from, right + next.right, size + next.size);
        }
    }

    /** Chooses from the outcomes of pictures that the model wasn't trained on. */
    public static DoubtMargin of(List<Outcome> outcomes) {
        double threshold = pools(outcomes).stream()
                .filter(pool -> pool.accuracy() >= 0.5)
                .mapToDouble(Pool::from)
                .findFirst()
                .orElse(1);
        return at(Math.floor(threshold * 100) / 100, outcomes);
    }

    private static Deque<Pool> pools(List<Outcome> outcomes) {
        Deque<Pool> pools = new ArrayDeque<>();
        outcomes.stream()
                .sorted(Comparator.comparingDouble(outcome -> outcome.scores().margin()))
                .map(outcome -> new Pool(outcome.scores().margin(), outcome.right() ? 1 : 0, 1))
                .forEach(pool -> {
                    Pool last = pool;
                    while (!pools.isEmpty() && pools.getLast().accuracy() >= last.accuracy()) {
                        last = pools.removeLast().with(last);
                    }
                    pools.addLast(last);
                });
        return pools;
    }

    private static DoubtMargin at(double margin, List<Outcome> outcomes) {
        List<Outcome> below =
                outcomes.stream().filter(o -> o.scores().margin() < margin).toList();
        List<Outcome> above =
                outcomes.stream().filter(o -> o.scores().margin() >= margin).toList();
        double share = outcomes.isEmpty() ? 0 : (double) below.size() / outcomes.size();
        return new DoubtMargin(margin, share, accuracy(below), accuracy(above));
    }

    private static double accuracy(List<Outcome> outcomes) {
        long right = outcomes.stream().filter(Outcome::right).count();
        return outcomes.isEmpty() ? 0 : (double) right / outcomes.size();
    }
}
