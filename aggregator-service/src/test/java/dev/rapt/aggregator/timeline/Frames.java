package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Frames for tests, and the plain way to make buckets of them. */
public final class Frames {

    /** A moment at which a bucket, a minute and an hour begin. */
    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private Frames() {}

    /** A frame with a face that many milliseconds after the start. */
    public static Observation face(long offset, Label label) {
        return new Observation(START.plusMillis(offset), 0, measured(label));
    }

    public static Measured measured(Label label) {
        List<Double> probabilities = new ArrayList<>(List.of(.1, .05, .05, .1, .1, .1, .1));
        int favourite = Math.min(label.ordinal(), 6);
        probabilities.set(favourite, probabilities.get(favourite) + .4);
        return new Measured(
                List.of(.9, .25, .3),
                Optional.of(new HeadPose(-4.25, 2.5, -.125)),
                Optional.of(new Quality(List.of(61.5, 200., 120.))),
                Optional.of(new Estimate(probabilities, label)));
    }

    /** A frame with a face whose expression nobody knows. */
    public static Observation seen(long offset, double yaw, double pitch, double eyes) {
        return new Observation(
                START.plusMillis(offset),
                0,
                new Measured(
                        List.of(.9, .05, eyes),
                        Optional.of(new HeadPose(yaw, pitch, 0)),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A frame as detectors made it that measured neither pose nor quality. */
    static Observation poseless(long offset, Label label) {
        Measured measured = measured(label);
        return new Observation(
                START.plusMillis(offset),
                0,
                new Measured(measured.figures(), Optional.empty(), Optional.empty(), measured.estimate()));
    }

    /** A frame without one. */
    public static Observation absent(long offset, Absence reason) {
        return new Observation(START.plusMillis(offset), 0, new Absent(reason));
    }

    /** Any frame within so many milliseconds after the start. */
    static Observation any(Random random, int within) {
        Instant moment = START.plusMillis(random.nextInt(within));
        long skipped = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
        if (random.nextInt(4) == 0) {
            Absence[] reasons = Absence.values();
            return new Observation(moment, skipped, new Absent(reasons[random.nextInt(reasons.length)]));
        }
        double[] raw =
                IntStream.range(0, 7).mapToDouble(i -> random.nextDouble()).toArray();
        double total = Arrays.stream(raw).sum();
        List<Double> probabilities =
                Arrays.stream(raw).mapToObj(p -> (double) (float) (p / total)).toList();
        List<Double> figures = List.of(random.nextDouble(), random.nextDouble() * 2, random.nextDouble());
        Estimate estimate = new Estimate(probabilities, Label.values()[random.nextInt(8)]);
        return new Observation(
                moment,
                skipped,
                new Measured(
                        figures,
                        sometimes(random, new HeadPose(angle(random), angle(random), angle(random))),
                        sometimes(random, new Quality(List.of(random.nextDouble() * 90, 40., 99.))),
                        sometimes(random, estimate)));
    }

    /** A frame of a face that hardly moves, with the noise of a measurement and the precision of a model. */
    static Observation noisy(Random random, long offset) {
        double[] raw = {.05, .01, .03, .1, .15, .02, .64};
        for (int i = 0; i < raw.length; i++) {
            raw[i] *= Math.exp(.3 * random.nextGaussian());
        }
        double total = Arrays.stream(raw).sum();
        return new Observation(
                START.plusMillis(offset),
                0,
                new Measured(
                        List.of(noisy(random, .99, .002), Math.abs(noisy(random, .03, .01)), noisy(random, .29, .01)),
                        Optional.of(new HeadPose(noisy(random, 4, .7), noisy(random, -6, .7), noisy(random, 1, .4))),
                        Optional.of(new Quality(
                                List.of(noisy(random, 61, .4), noisy(random, 200, 8), noisy(random, 120, 1)))),
                        Optional.of(new Estimate(
                                Arrays.stream(raw)
                                        .mapToObj(p -> (double) (float) (p / total))
                                        .toList(),
                                Label.NEUTRAL))));
    }

    private static double noisy(Random random, double mean, double deviation) {
        return (float) (mean + deviation * random.nextGaussian());
    }

    private static double angle(Random random) {
        return (float) (random.nextGaussian() * 20);
    }

    private static <T> Optional<T> sometimes(Random random, T value) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(value);
    }

    /** The buckets that frames make when they come in this order. */
    static TreeMap<Instant, Bucket> buckets(List<Observation> frames) {
        TreeMap<Instant, Bucket> buckets = new TreeMap<>();
        for (Observation frame : frames) {
            Instant start = Bucket.startOf(frame.capturedAt());
            Bucket bucket = buckets.getOrDefault(start, Bucket.empty(start));
            buckets.put(start, bucket.add(frame).bucket());
        }
        return buckets;
    }

    static PersonScan.Source source(TreeMap<Instant, Bucket> buckets) {
        return new PersonScan.Source() {
            @Override
            public <T> T read(Function<Iterator<Bucket>, T> reader) {
                return reader.apply(buckets.values().iterator());
            }
        };
    }

    static Digest.Buckets buckets(TreeMap<Instant, Bucket> buckets) {
        return new Digest.Buckets() {
            @Override
            public <T> T from(Instant start, Function<Iterator<Bucket>, T> reader) {
                return reader.apply(buckets.tailMap(start, true).values().iterator());
            }
        };
    }
}
