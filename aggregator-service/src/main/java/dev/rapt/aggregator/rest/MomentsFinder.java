package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.report.FiveSeconds;
import dev.rapt.aggregator.report.Moments;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Finds the moments of people in a meeting, for whoever answers with them. */
@ApplicationScoped
class MomentsFinder {

    private final int mostSteps;
    private final Moments.Rules rules;
    private final EngagementRule engagement;

    MomentsFinder(AggregatorConfig config, ReportRules rules, EngagementRule engagement) {
        this.mostSteps = config.query().maxBuckets();
        this.rules = rules.moments();
        this.engagement = engagement;
    }

    /** The moments of a window, of steps of five seconds. */
    MomentViews.All moments(Map<String, Track> people, Window window, MeetingSpeech speech, Shown shown) {
        Map<String, Steps> steps = new TreeMap<>();
        people.forEach((id, track) -> steps.put(id, track.steps(window, Moments.FIELDS)));
        return MomentViews.All.of(Moments.of(window, steps, rules, engagement), speech, shown);
    }

    /** The moments of these people's whole time; of a very long one, of the last steps that one answer may have. */
    MomentViews.All moments(Map<String, Track> people, MeetingSpeech speech, Shown shown) {
        return moments(people, FiveSeconds.around(Pool.first(people), Pool.last(people), mostSteps), speech, shown);
    }
}
