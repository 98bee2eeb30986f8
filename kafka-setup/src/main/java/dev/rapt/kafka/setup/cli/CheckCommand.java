package dev.rapt.kafka.setup.cli;

import dev.rapt.kafka.setup.topics.TopicSetup;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks and changes nothing. */
@Command(
        name = "check",
        description = "Says what of the topics isn't as it should be. Exit code 0 or 1; 2 when it can't be found out.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions kafka;

    @Mixin
    private PlanOptions plan;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for a broker; ${DEFAULT-VALUE} without it")
    private int seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (TopicSetup setup = new TopicSetup(kafka.connection(), Duration.ofSeconds(seconds))) {
            List<String> findings = setup.check(plan.plan(), plan.anyPartitions());
            findings.forEach(out::println);
            if (findings.isEmpty()) {
                out.println("All topics are as they should be.");
            }
            return findings.isEmpty() ? Main.DONE : Main.DIFFERENT;
        }
    }
}
