package dev.rapt.aggregator.report;

import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person's time in a meeting, as a page of a telehealth service could show it: what was visibly there and what wasn't
 * to be measured, and no diagnosis.
 *
 * @param whole from the first frame's second to the last's
 * @param thirds the beginning, the middle and the end; none when it was shorter than three steps
 * @param longestAway the longest stretch in which nobody was there; empty when there was none
 */
public record Visit(Step whole, List<Step> thirds, Optional<Stretch> longestAway) {

    private static final int PARTS = 3;

    /**
     * Steps that follow each other.
     *
     * @param seconds how many seconds of them count
     */
    public record Stretch(Instant start, Instant end, long seconds) {}

    public Visit {
        thirds = List.copyOf(thirds);
    }

    /**
     * The visit of a person.
     *
     * @param mostSteps the most steps of five seconds to go through; of a longer time the last ones
     */
    public static Visit of(Track track, int mostSteps, EngagementRule rule) {
        Window window = FiveSeconds.around(track.firstCapturedAt(), track.lastCapturedAt(), mostSteps);
        Steps steps = track.steps(window);
        return new Visit(track.whole(), thirds(track, window), longest(steps, steps.values(Field.AWAY_SECONDS, rule)));
    }

    private static List<Step> thirds(Track track, Window window) {
        List<Step> thirds = new ArrayList<>();
        long steps = window.steps();
        for (int part = 0; steps >= PARTS && part < PARTS; part++) {
            Instant from = FiveSeconds.start(window, (int) (steps * part / PARTS));
            Instant to = FiveSeconds.start(window, (int) (steps * (part + 1) / PARTS));
            thirds.add(track.steps(new Window(from, to, FiveSeconds.STEP)).total());
        }
        return thirds;
    }

    /** Of the runs of steps with such a second in each, the one with the most of them; of two the first. */
    private static Optional<Stretch> longest(Steps steps, long[] seconds) {
        Optional<Stretch> longest = Optional.empty();
        int from = 0;
        while (from < seconds.length) {
            int to = from;
            long all = 0;
            while (to < seconds.length && seconds[to] > 0) {
                all += seconds[to];
                to++;
            }
            if (all > longest.map(Stretch::seconds).orElse(0L)) {
                longest = Optional.of(new Stretch(
                        FiveSeconds.start(steps.window(), from), FiveSeconds.start(steps.window(), to), all));
            }
            from = to + 1;
        }
        return longest;
    }
}
