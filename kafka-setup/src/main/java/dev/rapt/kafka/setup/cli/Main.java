package dev.rapt.kafka.setup.cli;

import dev.rapt.kafka.setup.topics.TopicSetupException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code create}, {@code check}, {@code acls}. */
@Command(
        name = "bin/topics",
        description = "Makes and checks the topics of Rapt, and prints who needs to be allowed what.",
        mixinStandardHelpOptions = true,
        version = "rapt topics 0.1.0",
        subcommands = {CreateCommand.class, CheckCommand.class, AclsCommand.class})
public final class Main {

    static final int DONE = 0;
    static final int DIFFERENT = 1;
    static final int FAILED = 2;

    private Main() {}

    /** Exit code 0 when all is as it should be, 1 when {@code check} found a difference, 2 when something failed. */
    public static void main(String[] arguments) {
        // The reason is given once, by this command; the client would give it for each attempt
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        }
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main()).setOut(out).setErr(err);
        line.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof TopicSetupException
                    || e instanceof IllegalArgumentException
                    || e instanceof UncheckedIOException
                    || e instanceof DateTimeException) {
                err.println("bin/topics: " + e.getMessage());
                return FAILED;
            }
            throw e;
        });
        if (arguments.length == 0) {
            line.usage(err);
            return FAILED;
        }
        return line.execute(arguments);
    }
}
