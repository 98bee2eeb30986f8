package dev.rapt.detector.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What the detector measures of itself. The frames' accounts come from {@link BooksCollector}, whole, in one scrape; no meter
 * knows a participant or a meeting.
 */
public final class Meters {

    private final Timer read;
    private final Counter full;
    private final Counter tracked;
    private final Timer composite;
    private final Timer publish;
    private final Timer analyze;
    private final Timer draw;
    private final MeterRegistry registry;
    private final Map<String, Counter> pictures = new ConcurrentHashMap<>();
    private final Map<String, Counter> botMessages = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.read = step("read", "From the encoded picture to its faces and crops");
        this.full = pass("full");
        this.tracked = pass("tracked");
        this.composite = step("composite", "From the encoded composite to the faces and crops of all its participants");
        this.publish = step("publish", "From the hand-over to Kafka's acknowledgement");
        this.analyze = Timer.builder("rapt.analyze.duration")
                .description("From the picture to the scores of all its faces")
                .register(registry);
        this.draw = draw(registry);
    }

    private static Timer draw(MeterRegistry registry) {
        return Timer.builder("rapt.live.draw")
                .description("From the kept pictures of a meeting to the one that is shown")
                .register(registry);
    }

    private Counter pass(String name) {
        return Counter.builder("rapt.frame.passes")
                .description("Frames read, by a full detection or by tracking the face of the one before")
                .tag("pass", name)
                .register(registry);
    }

    private Timer step(String name, String description) {
        return Timer.builder("rapt.frame.step")
                .description(description)
                .tag("step", name)
                .register(registry);
    }

    /** A frame was read, by a full detection or by tracking the face of the one before. */
    public void read(long nanos, boolean byTracking) {
        read.record(nanos, TimeUnit.NANOSECONDS);
        (byTracking ? tracked : full).increment();
    }

    /** A composite was read. */
    public void composite(long nanos) {
        composite.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A record was acknowledged. */
    public void publish(long nanos) {
        publish.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A live picture was drawn. */
    public void drew(long nanos) {
        draw.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** What the live picture holds now. */
    public void live(Supplier<Number> pictures, Supplier<Number> bytes, Supplier<Number> viewers) {
        Gauge.builder("rapt.live.pictures", pictures)
                .description("Last frames kept for the live picture")
                .register(registry);
        Gauge.builder("rapt.live.bytes", bytes)
                .description("Bytes of the pictures kept for the live picture")
                .register(registry);
        Gauge.builder("rapt.live.viewers", viewers)
                .description("Who looks at live pictures now")
                .register(registry);
    }

    /** Shows how many connections to Kafka's brokers there are. */
    public void kafka(Supplier<Number> connections) {
        Gauge.builder("rapt.kafka.connections", connections)
                .description(
                        "Connections to brokers of the client that follows the meetings' states; 0 while Kafka is away")
                .strongReference(true)
                .register(registry);
    }

    /** A picture was analysed. */
    public void analyzed(long nanos) {
        analyze.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A picture to analyse ended so; {@code ok} or the reason why not. */
    public void picture(String result) {
        pictures.computeIfAbsent(result, name -> Counter.builder("rapt.pictures")
                        .description("Pictures that came in to be analysed, by what came of them")
                        .tag("result", name)
                        .register(registry))
                .increment();
    }

    /** A bot's message came to this: frame, screenshare, event, or why not. */
    public void botMessage(String bot, String result) {
        botMessages
                .computeIfAbsent(bot + " " + result, key -> Counter.builder("rapt.bot.messages")
                        .description("Messages of conferencing bots, by what they were taken for")
                        .tag("bot", bot)
                        .tag("result", result)
                        .register(registry))
                .increment();
    }
}
