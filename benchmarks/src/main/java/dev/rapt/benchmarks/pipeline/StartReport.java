package dev.rapt.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From the command to ready: all three at once on an empty Kafka, then each alone beside the others. */
final class StartReport {

    private static final int TIMES = 3;

    private StartReport() {}

    /** The first argument says how many times, 3 without it. */
    static void main(String... arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
        System.out.println(Machine.described());
        Map<ServiceKind, List<Long>> together = new EnumMap<>(ServiceKind.class);
        Map<ServiceKind, List<Long>> alone = new EnumMap<>(ServiceKind.class);
        Map<ServiceKind, List<Long>> cpu = new EnumMap<>(ServiceKind.class);
        for (int time = 0; time < times; time++) {
            try (Suite suite = new Suite(Plan.one())) {
                for (ServiceProcess service : suite.services()) {
                    note(together, service.kind(), service.readyMillis());
                }
                for (ServiceProcess service : suite.services()) {
                    service.restart();
                    note(alone, service.kind(), service.readyMillis());
                    note(cpu, service.kind(), service.use().cpuMillis());
                }
            }
        }
        System.out.printf(
                "%n| median of %d, s | all three at once | alone | its processor time |%n|---|---|---|---|%n", times);
        for (ServiceKind kind : ServiceKind.values()) {
            System.out.printf(
                    "| %s | %.1f | %.1f | %.1f |%n",
                    kind.label(), median(together.get(kind)), median(alone.get(kind)), median(cpu.get(kind)));
        }
    }

    private static void note(Map<ServiceKind, List<Long>> figures, ServiceKind kind, long millis) {
        figures.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(millis);
    }

    private static double median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2) / 1000.0;
    }
}
