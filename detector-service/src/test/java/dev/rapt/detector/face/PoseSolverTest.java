package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.face.models.FaceModels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical face, turned and seen by a made-up camera; real heads are in PoseOfRealHeadsTest. */
class PoseSolverTest {
    private static final FaceGeometry GEOMETRY = FaceGeometry.read(FaceModels.GEOMETRY.bytes());

    private final PoseSolver solver = new PoseSolver(GEOMETRY);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "30, 0, 0",
        "-30, 0, 0",
        "0, 25, 0",
        "0, -25, 0",
        "0, 0, 20",
        "0, 0, -20",
        "0, 0, 170",
        "20, 15, -10",
        "-45, -20, 15",
        "70, 10, 5",
        "-70, 20, -30",
        "10, 50, 5",
        "-15, -60, 10"
    })
    void findsTheTurnOfAFace(float yaw, float pitch, float roll) {
        HeadPose pose = solver.solve(seen(yaw, pitch, roll, 50, 7));

        assertThat(pose.yaw()).isCloseTo(yaw, within(0.1f));
        assertThat(pose.pitch()).isCloseTo(pitch, within(0.1f));
        assertThat(pose.roll()).isCloseTo(roll, within(0.1f));
    }

    /** Yaw towards the picture's right, pitch upwards, roll clockwise. */
    @Test
    void saysWhichWay() {
        // The tip of the nose between the eyes and the mouth's corners
        Landmarks ahead = seen(0, 0, 0, 50, 7);
        Landmarks right = seen(30, 0, 0, 50, 7);
        Landmarks up = seen(0, 30, 0, 50, 7);
        Landmarks clockwise = seen(0, 0, 30, 50, 7);

        assertThat(noseFromEyes(right).x()).isGreaterThan(noseFromEyes(ahead).x() + 5);
        assertThat(noseFromEyes(up).y()).isLessThan(noseFromEyes(ahead).y() - 5);
        // The person's right eye is on the picture's left: clockwise lifts it
        assertThat(clockwise.at(33).y()).isLessThan(clockwise.at(263).y() - 5);
    }

    @ParameterizedTest
    @CsvSource({"30, 7", "120, 7", "50, 0.4", "50, 400"})
    void hardlyMindsHowFarTheFaceIsAndNotHowLarge(double distance, double pixelsACentimetre) {
        HeadPose pose = solver.solve(seen(25, -10, 5, distance, pixelsACentimetre));

        assertThat(pose.yaw()).isCloseTo(25, within(3f));
        assertThat(pose.pitch()).isCloseTo(-10, within(3f));
        assertThat(pose.roll()).isCloseTo(5, within(1f));
    }

    @Test
    void pointsThatAreNoFaceHaveSomePose() {
        float[] nothing = new float[2 * Landmarks.COUNT];
        float[] line = new float[2 * Landmarks.COUNT];
        float[] far = new float[2 * Landmarks.COUNT];
        for (int i = 0; i < line.length; i++) {
            line[i] = i / 2 % 50;
            far[i] = (i * 7919 % 101) * 1e6f;
        }

        for (float[] points : new float[][] {nothing, line, far}) {
            assertThat(solver.solve(new Landmarks(points))).isNotNull();
        }
    }

    private static Point noseFromEyes(Landmarks face) {
        Point eyes = face.rightEye().middle(face.leftEye());
        return new Point(
                face.at(6).x() - eyes.x(), face.at(129).middle(face.at(358)).y() - eyes.y());
    }

    /** The basis points, turned, seen by a pinhole from that far; the other landmarks stay at the middle. */
    private static Landmarks seen(double yaw, double pitch, double roll, double distance, double pixelsACentimetre) {
        double[][] turn = Rotations.times(
                Rotations.times(Rotations.of(0, Math.toRadians(yaw), 0), Rotations.of(Math.toRadians(-pitch), 0, 0)),
                Rotations.of(0, 0, Math.toRadians(-roll)));
        double[] middle = new double[3];
        GEOMETRY.basis().forEach(point -> {
            middle[0] += point.weight() * point.x();
            middle[1] += point.weight() * point.y();
            middle[2] += point.weight() * point.z();
        });
        float[] xy = new float[2 * Landmarks.COUNT];
        Arrays.fill(xy, 200);
        GEOMETRY.basis().forEach(point -> {
            double[] at = Rotations.apply(
                    turn, new double[] {point.x() - middle[0], point.y() - middle[1], point.z() - middle[2]});
            double near = pixelsACentimetre / (1 - at[2] / distance);
            xy[2 * point.landmark()] = (float) (200 + near * at[0]);
            xy[2 * point.landmark() + 1] = (float) (200 - near * at[1]);
        });
        return new Landmarks(xy);
    }
}
