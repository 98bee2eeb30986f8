package dev.rapt.aggregator;

import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.topology.FrameListener;
import dev.rapt.aggregator.topology.LogListener;
import dev.rapt.aggregator.topology.StreamsState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The aggregator's meters. Records read = {@code rapt_frames_counted_total} + {@code rapt_frames_duplicate_total} + {@code
 * rapt_events_kept_total} + {@code rapt_events_duplicate_total} + {@code rapt_stragglers_dropped_total} + {@code
 * rapt_dead_letters_total} + the records of the meetings' states, as long as the process lives: after a crash the records since the last commit are counted
 * again here, though not in the timelines. No meeting and no participant is ever a label.
 */
@ApplicationScoped
public class Meters implements FrameListener, LogListener {

    private static final double[] PERCENTILES = {.5, .95, .99};

    private static final Duration[] LIMITS = Stream.of(25, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter counted;
    private final Counter duplicate;
    private final Counter deleted;
    private final Counter packed;
    private final Counter reopened;
    private final Counter kept;
    private final Counter repeated;
    private final Counter stragglers;
    private final Counter erased;
    private final Counter forgotten;
    private final Counter exportedRows;
    private final Timer captureToTimeline;
    private final Timer receiptToTimeline;
    private final Timer audited;
    private final Counter withheld;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.counted = counter("rapt.frames.counted", "Distinct frames put into a timeline");
        this.duplicate = counter("rapt.frames.duplicate", "Frames that were in their timeline already");
        this.deleted = counter("rapt.buckets.deleted", "Buckets older than the retention");
        this.packed = counter("rapt.buckets.packed", "Buckets packed into blocks, each time anew");
        this.reopened = counter("rapt.blocks.reopened", "Blocks opened again for a late frame");
        this.kept = counter("rapt.events.kept", "Distinct events put into a meeting's log");
        this.repeated = counter("rapt.events.duplicate", "Events that were in their log already");
        this.stragglers = counter("rapt.stragglers.dropped", "Frames and events of erased meetings");
        this.erased = counter("rapt.meetings.erased", "Meetings erased");
        this.forgotten = counter("rapt.events.deleted", "Events older than the retention");
        this.exportedRows = counter("rapt.export.rows", "Rows in exports that are complete");
        this.captureToTimeline =
                timer("rapt.capture.to.timeline", "From captured_at, by the sender's clock, to the store");
        this.receiptToTimeline =
                timer("rapt.receipt.to.timeline", "From received_at, by the detector's clock, to the store");
        this.audited = timer("rapt.audit.written", "From an answer that is ready to its entry in the audit log");
        this.withheld = counter("rapt.audit.withheld", "Answers whose entry isn't known to be in the audit log");
        for (Fault fault : Fault.values()) {
            deadLetters(fault);
        }
    }

    @Override
    public void counted(ScoredFrame frame) {
        Instant now = Instant.now();
        counted.increment();
        record(captureToTimeline, frame.observation().capturedAt(), now);
        record(receiptToTimeline, frame.receivedAt(), now);
    }

    @Override
    public void duplicate() {
        duplicate.increment();
    }

    @Override
    public void deadLetter(Fault fault) {
        deadLetters(fault).increment();
    }

    @Override
    public void deleted(int buckets) {
        deleted.increment(buckets);
    }

    @Override
    public void packed(int buckets) {
        packed.increment(buckets);
    }

    @Override
    public void reopened() {
        reopened.increment();
    }

    @Override
    public void kept() {
        kept.increment();
    }

    @Override
    public void repeated() {
        repeated.increment();
    }

    @Override
    public void straggler() {
        stragglers.increment();
    }

    @Override
    public void erased() {
        erased.increment();
    }

    @Override
    public void forgotten(int events) {
        forgotten.increment(events);
    }

    /** Shows what the streams are doing: one gauge a phase, 1 for the present one. */
    public void streams(Supplier<StreamsState.Phase> phase) {
        for (StreamsState.Phase each : StreamsState.Phase.values()) {
            Gauge.builder("rapt.streams.state", phase, now -> now.get() == each ? 1 : 0)
                    .description("1 for what Kafka Streams is doing")
                    .tag("phase", each.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(registry);
        }
    }

    /** Shows how many connections to Kafka's brokers there are. */
    public void kafka(Supplier<Number> connections) {
        Gauge.builder("rapt.kafka.connections", connections)
                .description(
                        "Connections to brokers of the client that follows the meetings' states; 0 while Kafka is away")
                .strongReference(true)
                .register(registry);
    }

    /** Shows how many records wait in this instance's partitions. */
    public void lag(Supplier<Number> records) {
        Gauge.builder("rapt.consumer.lag", records)
                .description("Records of all topics that wait in this instance's partitions")
                .strongReference(true)
                .register(registry);
    }

    /** An answer waited so long for its entry in the audit log. */
    public void audited(Duration taken) {
        audited.record(taken);
    }

    /** An answer was withheld, because its entry isn't known to be in the audit log. */
    public void withheld() {
        withheld.increment();
    }

    /** One export came to this end. */
    public void exported(String format, String outcome) {
        Counter.builder("rapt.exports")
                .description("Exports by what became of them")
                .tags("format", format, "outcome", outcome)
                .register(registry)
                .increment();
    }

    /** So many rows are in an export that is complete. */
    public void exportedRows(long rows) {
        exportedRows.increment(rows);
    }

    /** Shows how many exports run. */
    public void exports(Supplier<Number> running) {
        Gauge.builder("rapt.exports.running", running)
                .description("Exports that are being written")
                .strongReference(true)
                .register(registry);
    }

    private Counter deadLetters(Fault fault) {
        return Counter.builder("rapt.dead.letters")
                .description("Records that couldn't be counted")
                .tag("reason", fault.text())
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentiles(PERCENTILES)
                .serviceLevelObjectives(LIMITS)
                .register(registry);
    }

    /** A recording that is replayed was captured long ago, and a clock may run ahead: neither is a latency. */
    private static void record(Timer timer, Instant from, Instant to) {
        Duration taken = Duration.between(from, to);
        if (!taken.isNegative() && taken.compareTo(Duration.ofHours(1)) < 0) {
            timer.record(taken);
        }
    }
}
