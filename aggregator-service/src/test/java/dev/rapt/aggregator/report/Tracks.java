package dev.rapt.aggregator.report;

import dev.rapt.aggregator.query.Rules;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Digest;
import dev.rapt.aggregator.timeline.Frames;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Observation;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import dev.rapt.display.DisplaySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Made-up people's judged time, a frame a second. */
final class Tracks {

    static final Instant START = Frames.START;
    static final Resolution STEP = new Resolution(Duration.ofSeconds(5));

    private Tracks() {}

    /** What came of these frames. */
    static Track of(List<Observation> frames) {
        TreeMap<Instant, Bucket> buckets = new TreeMap<>();
        for (Observation frame : frames) {
            Instant start = Bucket.startOf(frame.capturedAt());
            buckets.put(
                    start,
                    buckets.getOrDefault(start, Bucket.empty(start)).add(frame).bucket());
        }
        Participation participation = null;
        for (Bucket bucket : buckets.values()) {
            participation = participation == null
                    ? Participation.of(bucket, START)
                    : participation.with(Bucket.empty(bucket.start()), bucket);
        }
        return new Digest(Rules.usual(), DisplaySettings.DEFAULT).track(participation, new Digest.Buckets() {
            @Override
            public <T> T from(Instant start, Function<Iterator<Bucket>, T> reader) {
                return reader.apply(buckets.tailMap(start, true).values().iterator());
            }
        });
    }

    /** A frame in each of these seconds after the start, as it says. */
    static Track each(int from, int to, IntFunction<Observation> frame) {
        List<Observation> frames = new ArrayList<>();
        for (int second = from; second < to; second++) {
            frames.add(frame.apply(second));
        }
        return of(frames);
    }

    /** A frame with a face that shows this, in that second. */
    static Observation face(int second, Label label) {
        return Frames.face(second * 1_000L + 100, label);
    }

    /** A window of steps of five seconds, in seconds after the start. */
    static Window window(int from, int to) {
        return new Window(START.plusSeconds(from), START.plusSeconds(to), STEP);
    }
}
