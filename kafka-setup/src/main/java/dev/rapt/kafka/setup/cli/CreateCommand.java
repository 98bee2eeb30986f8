package dev.rapt.kafka.setup.cli;

import dev.rapt.kafka.setup.topics.TopicSetup;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what is missing. */
@Command(
        name = "create",
        description = "Creates the topics that are missing and renews the settings of the others. Partitions and"
                + " replicas of a topic that is there are left alone; other partitions than asked for are an error.",
        mixinStandardHelpOptions = true)
final class CreateCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions kafka;

    @Mixin
    private PlanOptions plan;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the brokers; ${DEFAULT-VALUE} without it")
    private int seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (TopicSetup setup = new TopicSetup(kafka.connection(), Duration.ofSeconds(seconds))) {
            setup.create(plan.plan()).forEach(spec.commandLine().getOut()::println);
        }
        return Main.DONE;
    }
}
