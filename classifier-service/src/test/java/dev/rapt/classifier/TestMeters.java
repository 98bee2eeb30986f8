package dev.rapt.classifier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Meters of a registry of their own, and what they show. */
public final class TestMeters {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    public Meters meters() {
        return meters;
    }

    /** The sum of a counter over its labels. */
    public double count(String name) {
        return Search.in(registry).name(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** What doesn't add up in the books, of an idle pipe. */
    public double unaccounted() {
        return count("rapt.crops.consumed")
                - count("rapt.scores.published")
                - count("rapt.absent.passed")
                - count("rapt.seen.passed")
                - count("rapt.crops.dropped")
                - count("rapt.dead.letters")
                - count("rapt.crops.retried");
    }
}
