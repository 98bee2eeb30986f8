package dev.rapt.trainer.train;

/** Small sums over rows of scores. */
final class Scores {
    private Scores() {}

    static int best(float[] scores, int from, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (scores[from + c] > scores[from + best]) {
                best = c;
            }
        }
        return best;
    }

    static int right(float[] scores, int[] labels) {
        int classes = scores.length / labels.length;
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += best(scores, i * classes, classes) == labels[i] ? 1 : 0;
        }
        return right;
    }
}
