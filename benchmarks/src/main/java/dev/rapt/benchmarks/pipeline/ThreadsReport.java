package dev.rapt.benchmarks.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Where the processor time of a frame goes, thread by thread, at 32 frames a second. */
final class ThreadsReport {

    private static final int FRAMES_A_SECOND = 32;
    private static final double LEAST = 0.02;

    private ThreadsReport() {}

    /** The first argument says how many seconds to measure, 60 without it, after as long a warm-up, at most a minute. */
    static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : FRAMES_A_SECOND;
        Footage footage = new Footage();
        System.out.println(Machine.described());
        try (Suite suite = new Suite(Plan.one())) {
            TimeUnit.SECONDS.sleep(Math.min(20, seconds));
            atRest(suite, seconds);
            underLoad(suite, footage, rate, seconds);
        }
    }

    private static void atRest(Suite suite, int seconds) throws InterruptedException {
        Map<ServiceProcess, Map<String, Long>> before = byThread(suite);
        TimeUnit.SECONDS.sleep(seconds);
        System.out.printf("%n| at rest | threads | ms a second |%n|---|---|---|%n");
        print(suite, before, seconds);
    }

    private static Map<ServiceProcess, Map<String, Long>> byThread(Suite suite) {
        Map<ServiceProcess, Map<String, Long>> all = new HashMap<>();
        suite.services().forEach(service -> all.put(service, service.use().cpuMillisByThread()));
        return all;
    }

    /** What each group of threads has used since, divided by something. */
    private static void print(Suite suite, Map<ServiceProcess, Map<String, Long>> before, double by) {
        for (ServiceProcess service : suite.services()) {
            Map<String, Double> used = new HashMap<>();
            service.use()
                    .cpuMillisByThread()
                    .forEach((thread, millis) ->
                            used.put(thread, (millis - before.get(service).getOrDefault(thread, 0L)) / by));
            String name = service.kind().label();
            System.out.printf(
                    "| **%s** | all | **%.2f** |%n",
                    name,
                    used.values().stream().mapToDouble(Double::doubleValue).sum());
            used.entrySet().stream()
                    .filter(entry -> entry.getValue() >= LEAST)
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .forEach(
                            entry -> System.out.printf("| %s | %s | %.2f |%n", name, entry.getKey(), entry.getValue()));
        }
    }

    private static void underLoad(Suite suite, Footage footage, int rate, int seconds) throws Exception {
        try (Load load = new Load(suite, footage, "threads", rate)) {
            TimeUnit.SECONDS.sleep(Math.min(60, seconds));
            Map<ServiceProcess, Map<String, Long>> before = byThread(suite);
            Cost cost = Cost.of(suite, load, Duration.ofSeconds(seconds));
            System.out.printf("%n| at %d frames a second | threads | ms a frame |%n|---|---|---|%n", rate);
            print(suite, before, cost.frames());
            System.out.printf(
                    "| all | | %.2f, %.0f frames a core-second |%n%s; the books %s%n",
                    cost.millisAFrame(),
                    cost.framesACoreSecond(),
                    load.books(),
                    load.finish() ? "balance" : "DON'T balance");
        }
    }
}
