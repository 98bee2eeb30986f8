package dev.rapt.benchmarks.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The packaged services beside the limit and the other libraries, in one run: what a frame costs, how long it takes to be
 * seen, what memory is used. Everything is printed as Markdown.
 */
final class PipelineReport {

    private static final List<Integer> RATES = List.of(8, 16, 32, 64);
    /** What two cores have time to spare at, and what they are nearly busy with: each request then carries several frames. */
    private static final List<Integer> MAIN_RATES = List.of(32, 64);

    private static final int SECONDS = 40;
    private static final int BARE_WARM_UP = 480;
    private static final int BARE_FRAMES = 960;
    private static final int PEER_FRAMES = 160;
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final List<String> BARE_JVM = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final Footage footage = new Footage();
    private final int seconds;
    private final Map<Integer, Cost> costs = new TreeMap<>();
    private long frames;

    private PipelineReport(int seconds) throws Exception {
        this.seconds = seconds;
    }

    /** The first argument says how many seconds each figure is measured for, 40 without it; {@code --no-peers} leaves them out. */
    static void main(String... arguments) throws Exception {
        List<String> given = List.of(arguments);
        int seconds = given.stream()
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(SECONDS);
        new PipelineReport(seconds).run(!given.contains("--no-peers"));
    }

    private void run(boolean peers) throws Exception {
        System.out.printf(
                "%s. Tiles of %d×%d, JPEG, %.1f kB on average; options of the services: %s%n",
                Machine.described(),
                Footage.WIDTH,
                Footage.HEIGHT,
                footage.meanBytes() / 1000.0,
                String.join(" ", Plan.one().jvm()));
        Child.Result before = bare();
        try (Suite suite = new Suite(Plan.one())) {
            rates(suite);
            memory(suite);
            topics(suite);
        }
        Child.Result after = bare();
        double limit = (before.millisAFrame() + after.millisAFrame()) / 2;
        System.out.printf(
                "%n| 640×360, one face | what it does | ms a frame | frames a core-second | of the limit | faces |%n"
                        + "|---|---|---|---|---|---|%n");
        for (int rate : MAIN_RATES) {
            Cost cost = costs.get(rate);
            System.out.printf(
                    "| **Rapt, three services, %d people at 2 frames/s** | JPEG to timeline: 468 landmarks, pose,"
                            + " figures, expression, exactly-once storage | **%.1f** | **%.0f** | **%.0f %%** | – |%n",
                    rate / Footage.FRAMES_A_SECOND,
                    cost.millisAFrame(),
                    cost.framesACoreSecond(),
                    100 * limit / cost.millisAFrame());
        }
        System.out.printf(
                "| the same models in a bare loop (%.1f before, %.1f after) | JPEG to expression, nothing kept | %.1f |"
                        + " %.0f | 100 %% | %.0f %% |%n",
                before.millisAFrame(), after.millisAFrame(), limit, 1_000 / limit, 100 * after.scored());
        if (peers) {
            peers(limit);
        }
    }

    private static Child.Result bare() throws Exception {
        return Child.java(BARE_JVM, "bare", "" + BARE_WARM_UP, "" + BARE_FRAMES);
    }

    private void rates(Suite suite) throws Exception {
        System.out.printf(
                "%n| frames/s in all | counted/s | detector, ms | classifier, ms | aggregator, ms | together, ms a frame |"
                        + " frames a core-second | capture to REST: median, ms | 95 %% | 99 %% |%n"
                        + "|---|---|---|---|---|---|---|---|---|---|%n");
        for (int rate : RATES) {
            try (Load load = new Load(suite, footage, "rate-" + rate, rate)) {
                load.lookEvery(SELDOM);
                // The first rate also warms up the services
                TimeUnit.SECONDS.sleep(rate == RATES.get(0) ? 60 : seconds / 2);
                Cost cost = Cost.of(suite, load, Duration.ofSeconds(seconds));
                load.lookEvery(OFTEN);
                TimeUnit.SECONDS.sleep(2);
                load.forgetLatencies();
                TimeUnit.SECONDS.sleep(seconds);
                System.out.printf(
                        "| %d | %.1f | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f | %.0f | %.0f |%n",
                        rate,
                        (double) cost.frames() / seconds,
                        cost.millisAFrame(ServiceKind.DETECTOR),
                        cost.millisAFrame(ServiceKind.CLASSIFIER),
                        cost.millisAFrame(ServiceKind.AGGREGATOR),
                        cost.millisAFrame(),
                        cost.framesACoreSecond(),
                        load.percentile(50),
                        load.percentile(95),
                        load.percentile(99));
                System.err.printf(
                        "%d frames/s: %s; %d latencies; the books %s%n",
                        rate, load.books(), load.samples(), load.finish() ? "balance" : "DON'T balance");
                frames += load.accepted();
                costs.put(rate, cost);
            }
        }
    }

    private static void memory(Suite suite) {
        System.out.printf(
                "%n| service | ready after, s | memory (RSS) at the end, MB | most, MB |%n|---|---|---|---|%n");
        for (ServiceProcess service : suite.services()) {
            System.out.printf(
                    "| %s | %.1f | %.0f | %.0f |%n",
                    service.kind().label(),
                    service.readyMillis() / 1000.0,
                    service.use().residentMegabytes(),
                    service.use().mostResidentMegabytes());
        }
    }

    private void topics(Suite suite) throws Exception {
        System.out.printf("%n| topic, one replica | bytes a frame |%n|---|---|%n");
        suite.topicBytes().forEach((topic, bytes) -> {
            if (bytes > frames) {
                System.out.printf("| %s | %d |%n", topic, bytes / frames);
            }
        });
    }

    private void peers(double limit) throws Exception {
        if (!Peers.installed()) {
            System.out.println("The other libraries aren't installed: npm ci --ignore-scripts in benchmarks/peers.");
            return;
        }
        for (Peers.Peer peer : Peers.Peer.values()) {
            Child.Result result = Peers.measure(peer, footage, PEER_FRAMES);
            System.out.printf(
                    "| %s | %s | %.1f | %.1f | %.0f %% | %.0f %% |%n",
                    peer.label(),
                    peer.does(),
                    result.millisAFrame(),
                    1_000 / result.millisAFrame(),
                    100 * limit / result.millisAFrame(),
                    100 * result.scored());
        }
    }
}
