package dev.rapt.aggregator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds who smiled together: steps in which several people were displayed as happy, joined where they follow each other. */
final class Smiles {

    /**
     * When people smile together.
     *
     * @param people how many at least
     * @param share what part of those whose expression was displayed in the step, at least
     * @param most how many stretches to tell of; those with the most seconds of smiling count
     */
    record Rules(int people, double share, int most) {}

    /**
     * A stretch in which people smiled together.
     *
     * @param from its first step
     * @param to the step after its last
     * @param seconds of each who smiled in it, for how many seconds
     */
    record Together(int from, int to, Map<String, Long> seconds) {

        private long all() {
            return seconds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What was displayed of one person.
     *
     * @param happy in each step, seconds in which happy was
     * @param any in each step, seconds in which any label was
     */
    record Shown(String participantId, long[] happy, long[] any) {}

    private Smiles() {}

    /** The stretches in order. Everybody has the same steps. */
    static List<Together> of(List<Shown> people, Rules rules) {
        List<Together> stretches = new ArrayList<>();
        int steps =
                people.stream().mapToInt(person -> person.happy().length).max().orElse(0);
        int from = 0;
        while (from < steps) {
            int to = from;
            while (to < steps && isTogether(people, to, rules)) {
                to++;
            }
            if (to > from) {
                stretches.add(new Together(from, to, seconds(people, from, to)));
            }
            from = to + 1;
        }
        stretches.sort(Comparator.comparingLong(Together::all).reversed().thenComparing(Together::from));
        return stretches.stream()
                .limit(rules.most())
                .sorted(Comparator.comparing(Together::from))
                .toList();
    }

    private static boolean isTogether(List<Shown> people, int step, Rules rules) {
        long smiling =
                people.stream().filter(person -> person.happy()[step] > 0).count();
        long shown = people.stream().filter(person -> person.any()[step] > 0).count();
        return smiling >= rules.people() && smiling >= rules.share() * shown;
    }

    private static Map<String, Long> seconds(List<Shown> people, int from, int to) {
        Map<String, Long> seconds = new TreeMap<>();
        for (Shown person : people) {
            for (int step = from; step < to; step++) {
                if (person.happy()[step] > 0) {
                    seconds.merge(person.participantId(), person.happy()[step], Long::sum);
                }
            }
        }
        return seconds;
    }
}
