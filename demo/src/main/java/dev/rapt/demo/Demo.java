package dev.rapt.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * {@code bin/demo}: starts the broker and the three services and replays a meeting through them. Ends with status 0, with
 * 1 and one line when something is wrong or when the books don't balance, with 2 for a wrong option.
 */
@CommandLine.Command(
        name = "bin/demo",
        sortOptions = false,
        description = "Starts Kafka and the three services and replays a meeting of three participants through them.")
public final class Demo implements Callable<Integer> {

    private static final int WRONG_OPTION = 2;

    @CommandLine.Mixin
    private Options options = new Options();

    Demo() {}

    @Override
    public Integer call() throws InterruptedException {
        try {
            options.check();
            Path root = Path.of(System.getProperty("rapt.home", "."));
            Terminal terminal = new Terminal(System.out, !options.headless && System.console() != null);
            return options.running().isPresent()
                    ? new Visit(options, options.running().get(), terminal).run()
                    : new Launcher(options, root, terminal).run();
        } catch (DemoException e) {
            System.err.println("bin/demo: " + e.getMessage());
            return 1;
        }
    }

    public static void main(String[] args) {
        CommandLine command = new CommandLine(new Demo());
        command.setParameterExceptionHandler((e, given) -> {
            System.err.println("bin/demo: " + e.getMessage() + " (bin/demo --help lists the options)");
            return WRONG_OPTION;
        });
        System.exit(command.execute(args));
    }
}
