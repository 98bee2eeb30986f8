package dev.rapt.benchmarks.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What options change: two suites run at the same time, each under the same load, one of them with the options. So whatever
 * else the machine does falls on both alike.
 */
final class CompareReport {

    private static final int FRAMES_A_SECOND = 16;

    private CompareReport() {}

    /** {@code SECONDS OPTION…}: options of the JVM, and settings as {@code -Dname=value}, of all three services. */
    static void main(String... arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
        List<String> settings =
                options.stream().filter(option -> option.startsWith("-D")).toList();
        List<String> jvm =
                options.stream().filter(option -> !option.startsWith("-D")).toList();
        Plan plan = Plan.one();
        List<String> more = new ArrayList<>(plan.settings());
        more.addAll(settings);
        Plan changed = new Plan(plan.partitions(), plan.instances(), plan.jvm(), more).withMoreJvm(jvm);
        Footage footage = new Footage();
        System.out.println(Machine.described());
        try (Suite suite = new Suite(plan);
                Suite other = new Suite(changed);
                Load load = new Load(suite, footage, "compare", FRAMES_A_SECOND);
                Load otherLoad = new Load(other, footage, "compare", FRAMES_A_SECOND)) {
            TimeUnit.SECONDS.sleep(seconds);
            Map<ServiceKind, Long> before = suite.cpuMillis();
            Map<ServiceKind, Long> otherBefore = other.cpuMillis();
            long counted = load.counted();
            long otherCounted = otherLoad.counted();
            TimeUnit.SECONDS.sleep(seconds);
            Cost cost = new Cost(load.counted() - counted, since(before, suite));
            Cost otherCost = new Cost(otherLoad.counted() - otherCounted, since(otherBefore, other));
            print(String.join(" ", options), cost, otherCost);
            System.out.printf(
                    "%s after the warm-up and %d s; %s; %s%n",
                    Duration.ofSeconds(seconds), seconds, load.books(), otherLoad.books());
        }
    }

    private static Map<ServiceKind, Long> since(Map<ServiceKind, Long> before, Suite suite) {
        Map<ServiceKind, Long> used = new EnumMap<>(ServiceKind.class);
        suite.cpuMillis().forEach((kind, millis) -> used.put(kind, millis - before.get(kind)));
        return used;
    }

    private static void print(String options, Cost cost, Cost other) {
        System.out.printf("%n| ms a frame | as it is | %s | ratio |%n|---|---|---|---|%n", options);
        for (ServiceKind kind : ServiceKind.values()) {
            System.out.printf(
                    "| %s | %.2f | %.2f | %.2f |%n",
                    kind.label(),
                    cost.millisAFrame(kind),
                    other.millisAFrame(kind),
                    other.millisAFrame(kind) / cost.millisAFrame(kind));
        }
        System.out.printf(
                "| together | %.2f | %.2f | %.2f |%n",
                cost.millisAFrame(), other.millisAFrame(), other.millisAFrame() / cost.millisAFrame());
    }
}
