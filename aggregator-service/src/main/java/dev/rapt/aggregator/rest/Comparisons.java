package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.cluster.Gathered;
import dev.rapt.aggregator.cluster.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one comparison of the parts that instances tell. */
final class Comparisons {

    /** Why there is no summary of a meeting that nobody told of. */
    static final String NOT_READY = "not-ready";

    private Comparisons() {}

    /** All of them together, in the order of the ids; what nobody told of isn't ready. */
    static SummaryViews.Comparison merge(Set<String> ids, Gathered<SummaryViews.Comparison> gathered) {
        Map<String, SummaryViews.Compared> compared = new HashMap<>();
        Map<String, SummaryViews.Without> without = new HashMap<>();
        for (Part<SummaryViews.Comparison> part : gathered.parts()) {
            part.value()
                    .meetings()
                    .forEach(one -> compared.putIfAbsent(one.meetingId(), part.stale() ? one.asStale() : one));
            if (part.stale()) {
                // A copy can't know that something isn't there
                continue;
            }
            part.value().unknown().forEach(one -> without.merge(one.meetingId(), one, Comparisons::better));
        }
        List<SummaryViews.Compared> meetings = new ArrayList<>();
        List<SummaryViews.Without> unknown = new ArrayList<>();
        for (String id : ids) {
            if (compared.containsKey(id)) {
                meetings.add(compared.get(id));
            } else {
                unknown.add(without.getOrDefault(id, new SummaryViews.Without(id, NOT_READY)));
            }
        }
        return new SummaryViews.Comparison(meetings, unknown, Parts.missing(gathered));
    }

    /** Whoever doesn't have a meeting says only that it can't tell; the one that has it may know more. */
    private static SummaryViews.Without better(SummaryViews.Without one, SummaryViews.Without other) {
        return one.reason().equals(NOT_READY) ? other : one;
    }
}
