package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.report.Moments;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Finds the moments of people in a meeting, for whoever answers with them. */
@ApplicationScoped
class MomentsFinder {

    static final Duration STEP = Duration.ofSeconds(5);

    private final int mostSteps;
    private final Moments.Rules rules;
    private final EngagementRule engagement;

    MomentsFinder(AggregatorConfig config, ReportRules rules, EngagementRule engagement) {
        this.mostSteps = config.query().maxBuckets();
        this.rules = rules.moments();
        this.engagement = engagement;
    }

    /** The moments of a window, whose steps are {@link #STEP}. */
    MomentViews.All moments(Map<String, Track> people, Window window, MeetingSpeech speech) {
        Map<String, Steps> steps = new TreeMap<>();
        people.forEach((id, track) -> steps.put(id, track.steps(window, Moments.FIELDS)));
        return MomentViews.All.of(Moments.of(window, steps, rules, engagement), speech);
    }

    /** The moments of these people's whole time; of a very long one, of the last steps that one answer may have. */
    MomentViews.All moments(Map<String, Track> people, MeetingSpeech speech) {
        Resolution step = new Resolution(STEP);
        Instant end = step.ceiling(Pool.last(people).plusMillis(1));
        Instant earliest = end.minus(STEP.multipliedBy(mostSteps));
        Instant first = step.floor(Pool.first(people));
        return moments(people, new Window(first.isBefore(earliest) ? earliest : first, end, step), speech);
    }
}
