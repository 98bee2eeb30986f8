package dev.rapt.audit.cli;

import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code verify}, {@code list}. */
@Command(
        name = "bin/audit",
        description = "Verifies the audit log, and lists it.",
        mixinStandardHelpOptions = true,
        version = "rapt audit 0.1.0",
        subcommands = {VerifyCommand.class, ListCommand.class})
public final class Main {

    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int FAILED = 2;

    private Main() {}

    /** Exit code 0 when everything holds, 1 when a link is broken, 2 when it couldn't be found out. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main()).setOut(out).setErr(err);
        line.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof KafkaException || e instanceof IllegalArgumentException) {
                err.println("bin/audit: " + e.getMessage());
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
