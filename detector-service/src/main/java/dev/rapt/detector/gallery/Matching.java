package dev.rapt.detector.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which face of a composite goes on from which one before.
 *
 * @param predecessors for each face the index of the earlier one, or -1
 */
record Matching(int[] predecessors) {

    /** Fewer jumps are people coming and going. */
    private static final int LEAST_JUMPS = 2;

    private record Pair(int before, int after, double cost) {}

    /**
     * @param visible how many of the earlier ones were seen in the composite just before
     * @return empty when the gallery was laid out anew, so that nothing can be said of anybody
     */
    static Optional<Matching> of(List<Track> before, List<Track> after, int visible, Backdrop now) {
        int[] predecessors = new int[after.size()];
        Arrays.fill(predecessors, -1);
        boolean[] taken = new boolean[before.size()];
        int matched = 0;
        int far = 0;
        for (Pair pair : nearestFirst(before, after)) {
            Track earlier = before.get(pair.before);
            Track later = after.get(pair.after);
            if (!taken[pair.before] && predecessors[pair.after] < 0 && earlier.isSamePlace(later, now)) {
                predecessors[pair.after] = pair.before;
                taken[pair.before] = true;
                matched++;
                far += earlier.isFarFrom(later) ? 1 : 0;
            }
        }
        int fewer = Math.min(visible, after.size());
        int jumps = Math.max(0, fewer - matched) + far;
        return jumps >= LEAST_JUMPS && 2 * jumps > fewer ? Optional.empty() : Optional.of(new Matching(predecessors));
    }

    private static List<Pair> nearestFirst(List<Track> before, List<Track> after) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                if (before.get(i).reaches(after.get(j))) {
                    pairs.add(new Pair(i, j, before.get(i).cost(after.get(j))));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost));
        return pairs;
    }
}
