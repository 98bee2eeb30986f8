package dev.rapt.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is started.
 *
 * @param partitions of the topics that carry frames
 * @param instances how many of each service
 * @param jvm options of all services
 * @param settings system properties of all services, to try something
 */
record Plan(int partitions, Map<ServiceKind, Integer> instances, List<String> jvm, List<String> settings) {

    /** As in the demo: a small collector, and a compiler that costs little. */
    static final List<String> DEMO_JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError");

    private static final int DEMO_PARTITIONS = 4;

    Plan {
        instances = Map.copyOf(instances);
        jvm = List.copyOf(jvm);
        settings = List.copyOf(settings);
    }

    /** One of each on four partitions; {@code RAPT_BENCH_JVM} and {@code RAPT_BENCH_SET} change or add options. */
    static Plan one() {
        return new Plan(
                DEMO_PARTITIONS, each(1), words("RAPT_BENCH_JVM", DEMO_JVM), words("RAPT_BENCH_SET", List.of()));
    }

    Plan withPartitions(int other) {
        return new Plan(other, instances, jvm, settings);
    }

    Plan with(ServiceKind kind, int count) {
        Map<ServiceKind, Integer> changed = new TreeMap<>(instances);
        changed.put(kind, count);
        return new Plan(partitions, changed, jvm, settings);
    }

    Plan withJvm(List<String> other) {
        return new Plan(partitions, instances, other, settings);
    }

    Plan withMoreJvm(List<String> more) {
        List<String> all = new ArrayList<>(jvm);
        all.addAll(more);
        return withJvm(all);
    }

    static Map<ServiceKind, Integer> each(int count) {
        Map<ServiceKind, Integer> all = new TreeMap<>();
        for (ServiceKind kind : ServiceKind.values()) {
            all.put(kind, count);
        }
        return all;
    }

    private static List<String> words(String variable, List<String> otherwise) {
        String set = System.getenv(variable);
        return set == null || set.isBlank()
                ? otherwise
                : Arrays.asList(set.trim().split("\\s+"));
    }
}
