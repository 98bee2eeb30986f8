package dev.rapt.benchmarks;

import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.VisionSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.media.SampleMedia;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Does the movement of the mouth tell a man who talks from one who is silent and pulls faces? Mouth openness at ten frames
 * a second, in windows of two seconds, by three measures, and for each the chance that a window of the talking man has
 * more of it than a window of the silent one: 100 % would tell them apart, 50 % is a coin.
 */
final class MouthMovement {
    private static final int FRAMES_PER_SECOND = 10;
    private static final int WINDOW = 2 * FRAMES_PER_SECOND;
    private static final Map<String, ToDoubleFunction<double[]>> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("change from frame to frame", MouthMovement::change);
        MEASURES.put("spread", MouthMovement::spread);
        MEASURES.put("share of movement at 2 to 5 Hz", MouthMovement::fastShare);
    }

    private MouthMovement() {}

    static void main() throws IOException {
        List<double[]> talking = windows(SampleMedia.FRANCK);
        List<double[]> silent = windows(SampleMedia.CAP12);
        silent.addAll(windows(SampleMedia.CAP13));
        System.out.printf(
                "%d windows of the talking man, %d of the silent one%n%n"
                        + "mouth openness, windows of 2 s | talking: 10 %%, median, 90 %% | silent: 10 %%, median, 90 %%"
                        + " | talking has more%n---|---|---|---%n",
                talking.size(), silent.size());
        MEASURES.forEach((name, measure) -> {
            double[] more = sorted(talking, measure);
            double[] less = sorted(silent, measure);
            System.out.printf("%s | %s | %s | %.0f %%%n", name, deciles(more), deciles(less), 100 * chance(more, less));
        });
    }

    private static List<double[]> windows(String clip) throws IOException {
        List<Double> openness = new ArrayList<>();
        try (FramePipeline pipeline = FramePipeline.open(VisionSettings.defaults())) {
            List<FaceTrack> last = new ArrayList<>();
            Tiles.play(clip, FRAMES_PER_SECOND, Integer.MAX_VALUE, (picture, at) -> {
                FrameReading reading =
                        read(pipeline, Tiles.jpeg(picture), at, last.stream().findFirst());
                last.clear();
                reading.track().ifPresent(last::add);
                openness.add(reading.findings().faces().stream()
                        .findFirst()
                        .map(SeenFace::measures)
                        .map(measures -> (double) measures.mouthOpenness())
                        .orElse(0.0));
            });
        }
        List<double[]> windows = new ArrayList<>();
        for (int i = 0; i + WINDOW <= openness.size(); i += WINDOW) {
            windows.add(openness.subList(i, i + WINDOW).stream()
                    .mapToDouble(value -> value)
                    .toArray());
        }
        return windows;
    }

    private static FrameReading read(FramePipeline pipeline, byte[] picture, long at, Optional<FaceTrack> last)
            throws IOException {
        try {
            return pipeline.read(picture, Instant.ofEpochMilli(at), last);
        } catch (UnreadableImageException e) {
            throw new IOException("A clip's frame can't be read", e);
        }
    }

    private static double change(double[] window) {
        double sum = 0;
        for (int i = 1; i < window.length; i++) {
            sum += Math.abs(window[i] - window[i - 1]);
        }
        return sum / (window.length - 1);
    }

    private static double spread(double[] window) {
        double mean = Arrays.stream(window).average().orElse(0);
        return Math.sqrt(Arrays.stream(window)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** Syllables come at two to seven a second, of which ten frames a second show up to five; by a discrete Fourier transform. */
    private static double fastShare(double[] window) {
        double mean = Arrays.stream(window).average().orElse(0);
        double all = 1e-12;
        double fast = 0;
        for (int k = 1; k <= window.length / 2; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < window.length; i++) {
                re += (window[i] - mean) * Math.cos(2 * Math.PI * k * i / window.length);
                im += (window[i] - mean) * Math.sin(2 * Math.PI * k * i / window.length);
            }
            double power = re * re + im * im;
            all += power;
            fast += k * FRAMES_PER_SECOND / (double) window.length >= 2 ? power : 0;
        }
        return fast / all;
    }

    private static double[] sorted(List<double[]> windows, ToDoubleFunction<double[]> measure) {
        return windows.stream().mapToDouble(measure).sorted().toArray();
    }

    private static String deciles(double[] sorted) {
        return String.format(
                "%.3f, %.3f, %.3f",
                sorted[sorted.length / 10], sorted[sorted.length / 2], sorted[sorted.length * 9 / 10]);
    }

    private static double chance(double[] more, double[] less) {
        double won = 0;
        for (double a : more) {
            for (double b : less) {
                won += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return won / more.length / less.length;
    }
}
