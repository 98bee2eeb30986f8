package dev.rapt.benchmarks.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Memory over a long time at 32 frames a second: sampled every ten seconds, and judged by {@link Trend}. */
final class SoakReport {

    private static final int FRAMES_A_SECOND = 32;
    private static final int MINUTES = 30;
    private static final int PAUSE_SECONDS = 10;
    private static final double MEGABYTE = 1 << 20;

    private SoakReport() {}

    /** The first argument says how many minutes, 30 without it. */
    static void main(String... arguments) throws Exception {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES;
        System.out.println(Machine.described());
        Footage footage = new Footage();
        Map<String, Trend> trends = new LinkedHashMap<>();
        try (Suite suite = new Suite(Plan.one());
                Load load = new Load(suite, footage, "soak", FRAMES_A_SECOND)) {
            long began = System.nanoTime();
            for (int sample = 1; sample * PAUSE_SECONDS <= minutes * 60; sample++) {
                TimeUnit.NANOSECONDS.sleep(
                        began + TimeUnit.SECONDS.toNanos((long) sample * PAUSE_SECONDS) - System.nanoTime());
                for (ServiceProcess service : suite.services()) {
                    note(trends, service, sample * PAUSE_SECONDS / 60.0);
                }
                if (sample % 30 == 0) {
                    trends.forEach((name, trend) -> System.err.printf("%s %.1f; ", name, trend.last()));
                    System.err.println();
                }
            }
            System.out.printf(
                    "%n| after %d minutes, %d frames counted | mean | most | growth an hour | |%n|---|---|---|---|---|%n",
                    minutes, load.counted());
            trends.forEach((name, trend) -> System.out.printf(
                    "| %s | %.1f | %.1f | %+.1f | %s |%n",
                    name, trend.mean(), trend.most(), trend.anHour(), trend.flat() ? "flat" : "grows"));
            System.out.printf("%s; the books %s%n", load.books(), load.finish() ? "balance" : "DON'T balance");
        }
    }

    private static void note(Map<String, Trend> trends, ServiceProcess service, double minutes) throws Exception {
        String name = service.kind().label();
        add(trends, name + ", RSS, MB", minutes, service.use().residentMegabytes());
        add(trends, name + ", heap, MB", minutes, service.meter("jvm_memory_used_bytes{area=\"heap\"") / MEGABYTE);
        add(
                trends,
                name + ", outside the heap, MB",
                minutes,
                service.use().residentMegabytes()
                        - service.meter("jvm_memory_committed_bytes{area=\"heap\"") / MEGABYTE);
        add(
                trends,
                name + ", direct buffers, MB",
                minutes,
                service.meter("jvm_buffer_memory_used_bytes{id=\"direct\"") / MEGABYTE);
        add(trends, name + ", threads", minutes, service.meter("jvm_threads_live_threads"));
    }

    private static void add(Map<String, Trend> trends, String name, double minutes, double value) {
        trends.computeIfAbsent(name, unknown -> new Trend()).add(minutes, value);
    }
}
