package dev.rapt.trainer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code train}, {@code export}, {@code evaluate}. */
@Command(
        name = "bin/trainer",
        description =
                "Trains expression networks on FER2013, exports them as ONNX with a model card, and evaluates them.",
        mixinStandardHelpOptions = true,
        version = "rapt trainer 0.1.0",
        subcommands = {TrainCommand.class, ExportCommand.class, EvaluateCommand.class})
public final class Main {
    private Main() {}

    /** Exit code 0 when done, 2 when the user can put it right, 1 when something broke. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, given) -> Failures.usage(e));
        line.setExecutionExceptionHandler((e, command, result) -> Failures.execution(e, command));
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return Failures.USER;
        }
        return line.execute(arguments);
    }
}
