package dev.rapt.aggregator.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** The meters of the live streams. No meeting and no participant is ever a label. */
@ApplicationScoped
class LiveMeters {

    private static final double[] PERCENTILES = {.5, .95, .99};

    private final MeterRegistry registry;
    private final Counter messages;
    private final Counter coalesced;
    private final Counter late;
    private final Counter slow;
    private final Counter refused;
    private final Counter resumed;
    private final Counter reset;
    private final Timer changeToListener;

    LiveMeters(MeterRegistry registry) {
        this.registry = registry;
        this.messages = counter("rapt.live.messages", "Messages that a listener's side has taken");
        this.coalesced = counter("rapt.live.coalesced", "Changes that went with others into one message");
        this.late = counter("rapt.live.late", "Times a listener took so long that it got several messages as one");
        this.slow = counter("rapt.live.slow", "Listeners closed because they didn't read");
        this.refused = counter("rapt.live.refused", "Listeners refused because there were as many as may be");
        this.resumed = counter("rapt.live.resumed", "Listeners that went on where they had been");
        this.reset = counter("rapt.live.reset", "Listeners that had to load the timelines anew");
        this.changeToListener = Timer.builder("rapt.live.change.to.listener")
                .description("From the first change in a message, in the store, to the listener's side")
                .publishPercentiles(PERCENTILES)
                .register(registry);
    }

    void listeners(IntSupplier count) {
        Gauge.builder("rapt.live.listeners", count, IntSupplier::getAsInt)
                .description("Listeners now")
                .strongReference(true)
                .register(registry);
    }

    /** @param since when the first change in the message came, by {@link System#nanoTime()} */
    void sent(OptionalLong since) {
        messages.increment();
        since.ifPresent(start -> changeToListener.record(Duration.ofNanos(System.nanoTime() - start)));
    }

    void coalesced() {
        coalesced.increment();
    }

    void late() {
        late.increment();
    }

    void slow() {
        slow.increment();
    }

    void refused() {
        refused.increment();
    }

    void resumed() {
        resumed.increment();
    }

    void reset() {
        reset.increment();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
