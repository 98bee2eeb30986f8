package dev.rapt.detector.face;

/**
 * Weighted linear least squares of a few unknowns, a little damped, so that there is always a solution.
 */
final class NormalEquations {
    private static final double DAMPING = 1e-6;

    private final int unknowns;
    private final double[][] rows;

    NormalEquations(int unknowns) {
        this.unknowns = unknowns;
        rows = new double[unknowns][unknowns + 1];
    }

    /** One more equation: the unknowns times these factors should be that value. */
    void add(double[] factors, double value, double weight) {
        for (int row = 0; row < unknowns; row++) {
            for (int column = 0; column < unknowns; column++) {
                rows[row][column] += weight * factors[row] * factors[column];
            }
            rows[row][unknowns] += weight * factors[row] * value;
        }
    }

    /** Solves them, once. */
    double[] solution() {
        damp();
        eliminate();
        double[] solution = new double[unknowns];
        for (int row = unknowns - 1; row >= 0; row--) {
            double rest = rows[row][unknowns];
            for (int column = row + 1; column < unknowns; column++) {
                rest -= rows[row][column] * solution[column];
            }
            solution[row] = rest / rows[row][row];
        }
        return solution;
    }

    private void damp() {
        double trace = 0;
        for (int i = 0; i < unknowns; i++) {
            trace += rows[i][i];
        }
        double damping = DAMPING * Math.max(trace, 1);
        for (int i = 0; i < unknowns; i++) {
            rows[i][i] += damping;
        }
    }

    /** Needs no search for pivots: the system is positive definite. */
    private void eliminate() {
        for (int pivot = 0; pivot < unknowns; pivot++) {
            for (int row = pivot + 1; row < unknowns; row++) {
                double factor = rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column <= unknowns; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }
    }
}
