package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.live.LiveRows;
import dev.rapt.aggregator.timeline.Bucket;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A person's newest day of steps, read in pieces as they are asked for. */
final class TrackRows implements LiveRows {

    private static final long STEP_MILLIS = Bucket.LENGTH.toMillis();
    private static final long MOST = Duration.ofDays(1).toMillis() / STEP_MILLIS;
    private static final long PIECE = 32;
    private static final Resolution RESOLUTION = new Resolution(Bucket.LENGTH);

    private final Track track;
    private final long learning;
    private final Function<Step, String> write;
    private final long first;
    private final long end;
    private final Map<Long, List<Step>> pieces = new HashMap<>();

    /** @param learning how many seconds a baseline takes to be learnt */
    TrackRows(Track track, long learning, Function<Step, String> write) {
        this.track = track;
        this.learning = learning;
        this.write = write;
        this.end = Math.floorDiv(track.lastCapturedAt().toEpochMilli(), STEP_MILLIS) + 1;
        this.first = Math.max(Math.floorDiv(track.firstCapturedAt().toEpochMilli(), STEP_MILLIS), end - MOST);
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public boolean hasFrames(long step) {
        return at(step).tally().frames() > 0;
    }

    @Override
    public boolean isLearntBefore(long step) {
        long since = (end - step) * Bucket.LENGTH.toSeconds();
        return track.baseline().measuredSeconds() - since >= learning;
    }

    @Override
    public String row(long step) {
        return write.apply(at(step));
    }

    private Step at(long step) {
        long piece = Math.floorDiv(step, PIECE);
        return pieces.computeIfAbsent(piece, this::read).get((int) (step - piece * PIECE));
    }

    private List<Step> read(long piece) {
        Instant from = Instant.ofEpochMilli(piece * PIECE * STEP_MILLIS);
        return track.steps(new Window(from, from.plusMillis(PIECE * STEP_MILLIS), RESOLUTION))
                .all();
    }
}
