package dev.rapt.detector.face;

/** Rotations of space as 3 × 3 matrices, rows first. */
final class Rotations {

    private Rotations() {}

    /** The turn about the axis (x, y, z) by its length in radians, counter-clockwise as seen from its tip (Rodrigues). */
    static double[][] of(double x, double y, double z) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        if (angle < 1e-12) {
            return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        }
        double a = x / angle;
        double b = y / angle;
        double c = z / angle;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double rest = 1 - cos;
        return new double[][] {
            {cos + a * a * rest, a * b * rest - c * sin, a * c * rest + b * sin},
            {b * a * rest + c * sin, cos + b * b * rest, b * c * rest - a * sin},
            {c * a * rest - b * sin, c * b * rest + a * sin, cos + c * c * rest}
        };
    }

    /** First the second, then the first. */
    static double[][] times(double[][] first, double[][] second) {
        double[][] product = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row][column] = first[row][0] * second[0][column]
                        + first[row][1] * second[1][column]
                        + first[row][2] * second[2][column];
            }
        }
        return product;
    }

    /** The way back. */
    static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                transposed[row][column] = matrix[column][row];
            }
        }
        return transposed;
    }

    static double[] apply(double[][] matrix, double[] point) {
        double[] applied = new double[3];
        for (int row = 0; row < 3; row++) {
            applied[row] = matrix[row][0] * point[0] + matrix[row][1] * point[1] + matrix[row][2] * point[2];
        }
        return applied;
    }
}
