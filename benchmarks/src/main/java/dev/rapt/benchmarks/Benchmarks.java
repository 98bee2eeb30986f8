package dev.rapt.benchmarks;

import dev.rapt.benchmarks.pipeline.Pipeline;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, with JMH's own options, and prints them as a table with the baseline in the first row. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * {@code mouth}, {@code storage}, {@code scores}, {@code timelines}, {@code live} and {@code audit} measure those
     * instead, {@code pipeline}, {@code peers}, {@code threads}, {@code soak}, {@code scale} and {@code start} the packaged
     * services; {@code capacity} computes; the rest is JMH's.
     */
    public static void main(String... arguments) throws Exception {
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "mouth" -> MouthMovement.main();
            case "storage" -> StorageReport.main();
            case "scores" -> ScoreRate.main(rest);
            case "timelines" -> TimelineQueries.main();
            case "live" -> LiveFanOut.main();
            case "audit" -> AuditedReads.main();
            case "bare", "threads", "peers", "pipeline", "soak", "scale", "start", "compare", "capacity" ->
                Pipeline.main(arguments[0], rest);
            default -> run(arguments);
        }
    }

    private static void run(String... arguments) throws CommandLineOptionException, RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .addProfiler(CpuTime.class)
                        .build())
                .run();
        Map<String, List<RunResult>> bySize = results.stream()
                .sorted(Comparator.comparing(result -> result.getParams().getBenchmark()))
                .collect(Collectors.groupingBy(
                        result -> result.getParams().getParam("size"), TreeMap::new, Collectors.toList()));
        bySize.forEach(Benchmarks::print);
    }

    private static void print(String size, List<RunResult> rows) {
        double baseline = cpu(rows.get(0));
        System.out.printf("%n%s | median, ms | processor time, ms | of the first row%n---|---|---|---%n", size);
        for (RunResult row : rows) {
            System.out.printf(
                    "%s | %.2f | %.2f | %.0f %%%n",
                    row.getPrimaryResult().getLabel().replaceFirst("^[a-z]\\d_", ""),
                    row.getPrimaryResult().getStatistics().getPercentile(50),
                    cpu(row),
                    100 * cpu(row) / baseline);
        }
    }

    private static double cpu(RunResult row) {
        return row.getSecondaryResults().get(CpuTime.NAME).getScore();
    }
}
