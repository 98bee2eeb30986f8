package dev.rapt.detector.face;

import dev.rapt.detector.face.FaceGeometry.BasisPoint;

/**
 * The pose of a head by its landmarks: the turn of MediaPipe's canonical face at which its 33 weighted basis points,
 * seen from {@value #DISTANCE_CM} cm, come nearest to where they were found (perspective-n-point; weighted least
 * squares by Gauss and Newton). Only the points' places relative to each other count: neither where in the picture the
 * face is nor the camera's focal length is known when a meeting's tile has been cut and scaled on its way.
 *
 * <p>Safe for several threads at once.
 */
public final class PoseSolver {

    /** An arm's length: from how far the face is assumed to be seen. */
    private static final double DISTANCE_CM = 50;

    private static final int MOST_STEPS = 20;
    private static final double SMALL_TURN = 1e-5;
    private static final double SMALL_SCALE = 1e-9;
    private static final int UNKNOWNS = 6;

    private final int[] landmark;
    private final double[][] model;
    private final double[] weight;

    /** @param geometry MediaPipe's face_geometry.binarypb */
    public PoseSolver(byte[] geometry) {
        this(FaceGeometry.read(geometry));
    }

    PoseSolver(FaceGeometry geometry) {
        int count = geometry.basis().size();
        landmark = new int[count];
        model = new double[count][];
        weight = new double[count];
        double[] middle = new double[3];
        for (BasisPoint point : geometry.basis()) {
            middle[0] += point.weight() * point.x();
            middle[1] += point.weight() * point.y();
            middle[2] += point.weight() * point.z();
        }
        for (int i = 0; i < count; i++) {
            BasisPoint point = geometry.basis().get(i);
            landmark[i] = point.landmark();
            weight[i] = point.weight();
            model[i] = new double[] {point.x() - middle[0], point.y() - middle[1], point.z() - middle[2]};
        }
    }

    /** The pose; of points that are no face, some pose. */
    public HeadPose solve(Landmarks landmarks) {
        double[][] seen = seen(landmarks);
        Fit fit = new Fit(eyeLine(landmarks));
        for (int step = 0; step < MOST_STEPS && fit.improve(seen) > SMALL_TURN; step++) {
            // Each step is a better turn
        }
        return pose(fit.turn);
    }

    /** The basis points about their weighted middle, y up, about as large as the model's. */
    private double[][] seen(Landmarks landmarks) {
        double[][] seen = new double[landmark.length][2];
        double middleX = 0;
        double middleY = 0;
        for (int i = 0; i < landmark.length; i++) {
            seen[i][0] = landmarks.xy()[2 * landmark[i]];
            seen[i][1] = -landmarks.xy()[2 * landmark[i] + 1];
            middleX += weight[i] * seen[i][0];
            middleY += weight[i] * seen[i][1];
        }
        for (double[] point : seen) {
            point[0] -= middleX;
            point[1] -= middleY;
        }
        double scale = scale(seen);
        for (double[] point : seen) {
            point[0] /= scale;
            point[1] /= scale;
        }
        return seen;
    }

    /** Pixels a centimetre, as if the face looked straight at the camera. */
    private double scale(double[][] seen) {
        double found = 0;
        double expected = 0;
        for (int i = 0; i < seen.length; i++) {
            found += weight[i] * (seen[i][0] * seen[i][0] + seen[i][1] * seen[i][1]);
            expected += weight[i] * (model[i][0] * model[i][0] + model[i][1] * model[i][1]);
        }
        return Math.max(SMALL_SCALE, Math.sqrt(found / expected));
    }

    private static double[][] eyeLine(Landmarks landmarks) {
        Point right = landmarks.rightEye();
        Point left = landmarks.leftEye();
        double angle = Math.atan2(right.y() - left.y(), left.x() - right.x());
        return Rotations.of(0, 0, angle);
    }

    /** The direction of the nose, and the turn about it that is left. */
    private static HeadPose pose(double[][] turn) {
        double x = turn[0][2];
        double y = Math.max(-1, Math.min(1, turn[1][2]));
        double z = turn[2][2];
        double yaw = Math.atan2(x, z);
        double pitch = Math.asin(y);
        double[][] noseFirst = Rotations.times(Rotations.of(0, yaw, 0), Rotations.of(-pitch, 0, 0));
        double[][] rest = Rotations.times(Rotations.transposed(noseFirst), turn);
        double roll = -Math.atan2(rest[1][0], rest[0][0]);
        return new HeadPose((float) Math.toDegrees(yaw), (float) Math.toDegrees(pitch), (float) Math.toDegrees(roll));
    }

    /** A turn, a scale and a shift, on their way to the best ones. */
    private final class Fit {
        private double[][] turn;
        private double scale = 1;
        private double shiftX;
        private double shiftY;

        Fit(double[][] turn) {
            this.turn = turn;
        }

        /** One step of Gauss and Newton; how far it turned, in radians. */
        double improve(double[][] seen) {
            NormalEquations equations = new NormalEquations(UNKNOWNS);
            for (int i = 0; i < seen.length; i++) {
                double[] at = Rotations.apply(turn, model[i]);
                double near = 1 / (1 - at[2] / DISTANCE_CM);
                double u = at[0] * near;
                double v = at[1] * near;
                double nearer = near * near / DISTANCE_CM;
                // By turns about x, y and z, by the scale's logarithm, by the shift
                double[] byX = {
                    scale * at[0] * nearer * at[1],
                    scale * (at[2] * near - at[0] * nearer * at[0]),
                    -scale * at[1] * near,
                    scale * u,
                    1,
                    0
                };
                double[] byY = {
                    scale * (-at[2] * near + at[1] * nearer * at[1]),
                    -scale * at[1] * nearer * at[0],
                    scale * at[0] * near,
                    scale * v,
                    0,
                    1
                };
                equations.add(byX, seen[i][0] - scale * u - shiftX, weight[i]);
                equations.add(byY, seen[i][1] - scale * v - shiftY, weight[i]);
            }
            double[] step = equations.solution();
            turn = Rotations.times(Rotations.of(step[0], step[1], step[2]), turn);
            scale = Math.max(SMALL_SCALE, scale * Math.exp(Math.max(-1, Math.min(1, step[3]))));
            shiftX += step[4];
            shiftY += step[5];
            return Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]);
        }
    }
}
