package dev.rapt.benchmarks.pipeline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a frame costs as partitions and instances grow: 32 frames a second of four meetings. */
final class ScaleReport {

    private static final int FRAMES_A_SECOND = 32;
    private static final int PEOPLE = 4;
    private static final int SECONDS = 40;

    private ScaleReport() {}

    /** The first argument says how many seconds each row is measured for, 40 without it, after as long a warm-up. */
    static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        System.out.println(Machine.described());
        Footage footage = new Footage();
        System.out.printf(
                "%n| instances | partitions | detector, ms | classifier, ms | aggregator, ms | together, ms a frame | of the"
                        + " first row |%n|---|---|---|---|---|---|---|%n");
        double first = 0;
        for (Map.Entry<String, Plan> row : plans().entrySet()) {
            Plan plan = row.getValue();
            try (Suite suite = new Suite(plan);
                    Load load = new Load(suite, footage, "scale", FRAMES_A_SECOND, PEOPLE)) {
                TimeUnit.SECONDS.sleep(seconds);
                Cost cost = Cost.of(suite, load, Duration.ofSeconds(seconds));
                first = first == 0 ? cost.millisAFrame() : first;
                System.out.printf(
                        "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.0f %% |%n",
                        row.getKey(),
                        plan.partitions(),
                        cost.millisAFrame(ServiceKind.DETECTOR),
                        cost.millisAFrame(ServiceKind.CLASSIFIER),
                        cost.millisAFrame(ServiceKind.AGGREGATOR),
                        cost.millisAFrame(),
                        100 * cost.millisAFrame() / first);
                System.err.println(load.books() + "; the books " + (load.finish() ? "balance" : "DON'T balance"));
            }
        }
    }

    private static Map<String, Plan> plans() {
        Plan one = Plan.one();
        Plan two = new Plan(4, Plan.each(2), one.jvm(), one.settings());
        Map<String, Plan> plans = new LinkedHashMap<>();
        plans.put("one of each", one);
        plans.put("one of each ", one.withPartitions(1));
        plans.put("one of each  ", one.withPartitions(16));
        plans.put("two detectors", one.with(ServiceKind.DETECTOR, 2));
        plans.put("two classifiers", one.with(ServiceKind.CLASSIFIER, 2));
        plans.put("two aggregators", one.with(ServiceKind.AGGREGATOR, 2));
        plans.put("two of each", two);
        plans.put("two of each ", two.withPartitions(16));
        return plans;
    }
}
