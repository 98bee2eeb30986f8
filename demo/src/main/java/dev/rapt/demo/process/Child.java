package dev.rapt.demo.process;

import dev.rapt.demo.DemoException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps one process alive until it is told to stop. */
final class Child {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int DEATHS = 5;
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final int TAIL_LINES = 15;

    /** Ctrl-C in a terminal reaches the whole process group; the launcher alone decides when its children end. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final ChildSpec spec;
    private final Consumer<String> terminal;
    private final CompletableFuture<DemoException> failure;
    private final RestartBudget budget = new RestartBudget(DEATHS, WINDOW);
    private Process process;
    private boolean stopping;

    Child(ChildSpec spec, Consumer<String> terminal, CompletableFuture<DemoException> failure) {
        this.spec = spec;
        this.terminal = terminal;
        this.failure = failure;
    }

    String name() {
        return spec.name();
    }

    /** Runs until {@link #stop} or until it has died too often; for a thread of its own. */
    void run() {
        try {
            while (launch()) {
                int status = process.waitFor();
                if (isStopping()) {
                    return;
                }
                boolean again = budget.spend(System.nanoTime());
                Thread.sleep(PAUSE.toMillis());
                if (isStopping()) {
                    return;
                }
                if (!again) {
                    fail("The " + spec.name() + " died " + DEATHS + " times within a minute (the last time with status "
                            + status + "), so the demo stops. The end of " + spec.log() + ":\n" + tail());
                    return;
                }
                terminal.accept("The " + spec.name() + " died (" + inWords(status) + "); starting it again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            fail("The " + spec.name() + " can't be started: " + e.getMessage());
        }
    }

    private synchronized boolean launch() throws IOException {
        if (stopping) {
            return false;
        }
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        // What is set here for another Kafka isn't for the demo's own
        builder.environment().keySet().removeIf(name -> name.startsWith("KAFKA_"));
        // Each thread that allocates natively would otherwise keep an arena of its own
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(spec.secrets());
        process = builder.start();
        return true;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void fail(String message) {
        failure.complete(new DemoException(message));
    }

    /** Asks the process to end, without waiting. */
    synchronized void stop() {
        stopping = true;
        if (process != null) {
            process.destroy();
        }
    }

    /** Waits for the process's end and kills it when that takes too long. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (process == null || process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** The last lines of its log. */
    String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(spec.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static String inWords(int status) {
        return status > 128 && status < 160 ? "signal " + (status - 128) : "status " + status;
    }
}
