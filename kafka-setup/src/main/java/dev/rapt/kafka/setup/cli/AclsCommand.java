package dev.rapt.kafka.setup.cli;

import dev.rapt.kafka.setup.topics.AccessRules;
import dev.rapt.kafka.setup.topics.Principals;
import dev.rapt.kafka.setup.topics.TopicSetup;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who needs to be allowed what. */
@Command(
        name = "acls",
        description = "Prints who must be allowed what at Kafka, as commands of kafka-acls.sh, or allows it.",
        mixinStandardHelpOptions = true)
final class AclsCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions kafka;

    @Option(names = "--detector", paramLabel = "USER", defaultValue = "detector", description = "${DEFAULT-VALUE}")
    private String detector;

    @Option(names = "--classifier", paramLabel = "USER", defaultValue = "classifier", description = "${DEFAULT-VALUE}")
    private String classifier;

    @Option(names = "--aggregator", paramLabel = "USER", defaultValue = "aggregator", description = "${DEFAULT-VALUE}")
    private String aggregator;

    @Option(names = "--tools", paramLabel = "USER", defaultValue = "tools", description = "${DEFAULT-VALUE}")
    private String tools;

    @Option(
            names = "--classifier-group",
            paramLabel = "NAME",
            defaultValue = "rapt-classifier",
            description = "rapt.classifier.kafka.group: ${DEFAULT-VALUE} without it")
    private String group;

    @Option(
            names = "--application-id",
            paramLabel = "NAME",
            defaultValue = "rapt-aggregator",
            description = "rapt.aggregator.streams.application-id: ${DEFAULT-VALUE} without it")
    private String applicationId;

    @Option(names = "--apply", description = "Allow it at Kafka, which needs an authorizer and a user who may alter it")
    private boolean apply;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "With --apply, how long to wait for a broker; ${DEFAULT-VALUE} without it")
    private int seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<AclBinding> rules =
                AccessRules.of(new Principals(detector, classifier, aggregator, tools, group, applicationId));
        if (apply) {
            try (TopicSetup setup = new TopicSetup(kafka.connection(), Duration.ofSeconds(seconds))) {
                setup.allow(rules);
            }
            out.println(rules.size() + " rules are set.");
        } else {
            AccessRules.commands(rules).forEach(out::println);
        }
        return Main.DONE;
    }
}
