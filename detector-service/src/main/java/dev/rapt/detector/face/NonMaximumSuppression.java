package dev.rapt.detector.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** Makes one of many answers about the same face. Two answers are about the same face above an overlap of .3. */
final class NonMaximumSuppression {
    static final float SAME_FACE = 0.3f;

    private NonMaximumSuppression() {}

    /**
     * MediaPipe's weighted variant: each cluster around a best candidate becomes the mean of its members by
     * score, with the best one's score. Steadier from frame to frame than the best alone.
     */
    static List<Candidate> weighted(List<Candidate> candidates) {
        List<Candidate> rest = new ArrayList<>(candidates);
        rest.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Candidate> kept = new ArrayList<>();
        while (!rest.isEmpty()) {
            Candidate best = rest.get(0);
            List<Candidate> cluster = new ArrayList<>();
            List<Candidate> others = new ArrayList<>();
            for (Candidate candidate : rest) {
                boolean same = candidate == best || candidate.box().overlap(best.box()) > SAME_FACE;
                (same ? cluster : others).add(candidate);
            }
            kept.add(cluster.size() == 1 ? best : mean(cluster));
            rest = others;
        }
        return kept;
    }

    /** Keeps what isn't the same as anything better; the list comes best first and stays so. */
    static <T> List<T> best(List<T> bestFirst, BiPredicate<T, T> same) {
        List<T> kept = new ArrayList<>();
        for (T candidate : bestFirst) {
            if (kept.stream().noneMatch(better -> same.test(better, candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private static Candidate mean(List<Candidate> cluster) {
        float sum = 0;
        float[] total = new float[8];
        for (Candidate c : cluster) {
            float[] values = {
                c.box().x(), c.box().y(), c.box().width(), c.box().height(),
                c.rightEye().x(), c.rightEye().y(), c.leftEye().x(), c.leftEye().y()
            };
            for (int i = 0; i < total.length; i++) {
                total[i] += c.score() * values[i];
            }
            sum += c.score();
        }
        for (int i = 0; i < total.length; i++) {
            total[i] /= sum;
        }
        return new Candidate(
                new Box(total[0], total[1], total[2], total[3]),
                cluster.get(0).score(),
                new Point(total[4], total[5]),
                new Point(total[6], total[7]));
    }
}
