package dev.rapt.classifier;

import dev.rapt.classifier.score.Received;
import dev.rapt.classifier.score.UnusableReason;
import dev.rapt.meeting.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The classifier's figures. The books, in records of {@code face-crops}:
 *
 * <pre>consumed = published + passed + dropped + deadLettered + retried + inFlight</pre>
 *
 * <p>A record counts as consumed when its batch is begun, as published (a score), passed (an absence, or a face whose
 * expression can't be seen or isn't wanted; the two have a counter each), dropped (of somebody who may not be measured any
 * more) or dead-lettered when Kafka has acknowledged what came of its batch, and as retried when its batch failed,
 * whereupon it is consumed again. A
 * batch is in flight in between; so a snapshot that reads {@code consumed} last finds it at least as large as the sum of
 * the others, and equal to it once the pipe is drained.
 */
@ApplicationScoped
public class Meters {

    private final MeterRegistry registry;
    private final Counter consumed;
    private final Counter published;
    private final Counter absentPassed;
    private final Counter seenPassed;
    private final Counter retried;
    private final DistributionSummary batchSize;
    private final Timer inference;
    private final AtomicLong lag = new AtomicLong();

    Meters(MeterRegistry registry) {
        this.registry = registry;
        consumed = counter("rapt.crops.consumed", "Records of face-crops that were taken up");
        published = counter("rapt.scores.published", "Scores that Kafka acknowledged");
        absentPassed = counter("rapt.absent.passed", "Absences that were passed on unscored and acknowledged");
        seenPassed = counter(
                "rapt.seen.passed", "Faces without an expression to be seen that were passed on and acknowledged");
        retried = counter("rapt.crops.retried", "Records that were taken up again because their batch failed");
        batchSize = DistributionSummary.builder("rapt.batch.size")
                .description("Crops in one call to the network")
                .register(registry);
        inference = Timer.builder("rapt.inference")
                .description("One call to the network")
                .publishPercentiles(.5, .95, .99)
                .register(registry);
        Gauge.builder("rapt.consumer.lag", lag, AtomicLong::get)
                .description("Records of face-crops that wait in this instance's partitions")
                .register(registry);
        // Present at zero, so that a rate over the first one is right
        for (Refusal why : Refusal.values()) {
            drops(why);
        }
        for (UnusableReason reason : UnusableReason.values()) {
            deadLetters(reason);
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** A batch of records is begun. */
    public void consumed(int records) {
        consumed.increment(records);
    }

    /** Kafka has acknowledged a score. */
    public void published() {
        published.increment();
    }

    /** Kafka has acknowledged what needed no scoring. */
    public void passed(Received.Unscored record) {
        (record instanceof Received.Seen ? seenPassed : absentPassed).increment();
    }

    /** A record of somebody who may not be measured any more went no further. */
    public void dropped(Refusal why) {
        drops(why).increment();
    }

    private Counter drops(Refusal why) {
        return Counter.builder("rapt.crops.dropped")
                .description("Records of participants who may not be measured any more, by reason")
                .tag("reason", why.text())
                .register(registry);
    }

    /** Kafka has acknowledged a dead letter. */
    public void deadLettered(UnusableReason reason) {
        deadLetters(reason).increment();
    }

    private Counter deadLetters(UnusableReason reason) {
        return Counter.builder("rapt.dead.letters")
                .description("Records that can't be used, by reason")
                .tag("reason", reason.wireName())
                .register(registry);
    }

    /** A batch failed and will be consumed again. */
    public void retried(int records) {
        retried.increment(records);
    }

    /** Records of face-crops that wait in Kafka, as far as this instance knows. */
    public void lag(long records) {
        lag.set(records);
    }

    /** Shows how many connections to Kafka's brokers there are. */
    public void kafka(Supplier<Number> connections) {
        Gauge.builder("rapt.kafka.connections", connections)
                .description(
                        "Connections to brokers of the client that follows the meetings' states; 0 while Kafka is away")
                .strongReference(true)
                .register(registry);
    }

    /** Runs one call to the network over so many crops. */
    public <T> T inference(int crops, Supplier<T> call) {
        batchSize.record(crops);
        return inference.record(call);
    }

    /** A request for expressions was answered, or refused for a reason. */
    public void answered(String result) {
        Counter.builder("rapt.expression.requests")
                .description("Requests for the expressions of one crop, by result")
                .tag("result", result)
                .register(registry)
                .increment();
    }
}
