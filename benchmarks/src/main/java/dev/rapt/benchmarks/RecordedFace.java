package dev.rapt.benchmarks;

import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.FaceQuality;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.HeadPose;
import dev.rapt.contracts.v1.ScoredFace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Two scores a second of one participant: expressions and mouth out of the recorded clips, one after the other over and
 * over, each digit that the recording rounded off filled in at random; pose and quality are made up, a slow movement and
 * the noise of a measurement. For one thread.
 */
final class RecordedFace {

    /** Between two frames. */
    static final long INTERVAL_MILLIS = 500;

    private static final Path CLIPS = Path.of("expression-display/src/test/resources/dev/rapt/display");
    private static final List<String> NAMES = List.of("franck", "cap12", "cap13");
    /** The clips were recorded at ten frames a second. */
    private static final int STEP = 5;

    private static final double ROUNDED_OFF = .0001;
    private static final int FIRST_PROBABILITY = 2;
    private static final int JITTER_MILLIS = 30;
    private static final double[][] ROWS = rows();

    private final String meeting;
    private final String participant;
    private final Random random;
    private final int offset;
    private final double[] slow = new double[7];

    RecordedFace(String meeting, String participant, long seed) {
        this.meeting = meeting;
        this.participant = participant;
        this.random = new Random(seed);
        this.offset = random.nextInt(ROWS.length);
    }

    /** The next score, of the frame of that number. */
    FaceScore next(long startMillis, int frame) {
        double[] row = ROWS[(int) ((offset + (long) frame * STEP) % ROWS.length)];
        double[] probabilities = new double[7];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.max(1e-6, row[FIRST_PROBABILITY + i] + ROUNDED_OFF * (random.nextDouble() - .5));
        }
        double total = Arrays.stream(probabilities).sum();
        int best = 0;
        ScoredFace.Builder face = ScoredFace.newBuilder().setFigures(figures(row[1]));
        for (int i = 0; i < probabilities.length; i++) {
            face.addProbabilities((float) (probabilities[i] / total));
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        long capturedAt = startMillis + frame * INTERVAL_MILLIS + random.nextInt(JITTER_MILLIS);
        return FaceScore.newBuilder()
                .setReceivedAtMs(capturedAt + 20)
                .setFrame(FrameId.newBuilder()
                        .setMeetingId(meeting)
                        .setParticipantId(participant)
                        .setCapturedAtMs(capturedAt))
                .setScored(face.setDominant(Expression.forNumber(best + 1)))
                .build();
    }

    private FaceFigures.Builder figures(double mouth) {
        float eyes = figure(0, .29, .02, .008);
        return FaceFigures.newBuilder()
                .setConfidence(Math.min(1, figure(1, .99, .003, .002)))
                .setMouthOpenness((float) Math.max(0, mouth + .001 * (random.nextDouble() - .5)))
                .setEyeOpenness(eyes)
                .setRightEyeOpenness(eyes)
                .setLeftEyeOpenness(eyes)
                .setPose(HeadPose.newBuilder()
                        .setYaw(figure(2, 3, 5, .4))
                        .setPitch(figure(3, -6, 3, .4))
                        .setRoll(figure(4, 1, 2, .3)))
                .setQuality(FaceQuality.newBuilder()
                        .setEyeDistance(figure(5, 61, 2, .3))
                        .setSharpness(figure(6, 200, 15, 6))
                        .setBrightness((float) (120 + 2 * random.nextGaussian())));
    }

    /** A mean, a deviation that moves on slowly, and noise. */
    private float figure(int which, double mean, double movement, double noise) {
        slow[which] = .99 * slow[which] + Math.sqrt(1 - .99 * .99) * random.nextGaussian();
        return (float) Math.max(mean - 6 * movement, mean + movement * slow[which] + noise * random.nextGaussian());
    }

    private static double[][] rows() {
        return NAMES.stream().flatMap(RecordedFace::rows).toArray(double[][]::new);
    }

    private static Stream<double[]> rows(String name) {
        try {
            return Files.readAllLines(CLIPS.resolve(name + ".csv")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .filter(row -> row.length == FIRST_PROBABILITY + 7);
        } catch (IOException e) {
            throw new UncheckedIOException("The benchmarks run in the root of the repository", e);
        }
    }
}
