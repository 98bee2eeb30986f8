package dev.rapt.dashboard;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as a user starts it, replaying its meeting, on ports of its own. */
final class Demo implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration UP = Duration.ofMinutes(3);
    private static final Pattern MEETING = Pattern.compile("(?m)^Meeting (\\S+):");

    private final Process launcher;
    private final int base;
    private final Path output;

    private Demo(Process launcher, int base, Path output) {
        this.launcher = launcher;
        this.base = base;
        this.output = output;
    }

    /** Returns when the first timeline can be read. */
    static Demo start() throws IOException, InterruptedException {
        int base = freeBase();
        Path output = Files.createDirectories(Path.of("target")).resolve("demo.out");
        // A protocol that tells names and who speaks
        ProcessBuilder builder = new ProcessBuilder(
                        ROOT.resolve("bin/demo").toString(),
                        "--headless",
                        "--protocol",
                        "zoom-rtms",
                        "--port-base",
                        Integer.toString(base))
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The modules are built already; the build must not start itself within itself
        builder.environment().put("RAPT_DEMO_BUILD", "never");
        Demo demo = new Demo(builder.start(), base, output);
        long deadline = System.nanoTime() + UP.toNanos();
        while (!demo.printed().contains("First timeline")) {
            if (!demo.launcher.isAlive() || System.nanoTime() > deadline) {
                demo.launcher.destroyForcibly();
                throw new AssertionError("The demo isn't up:\n" + demo.printed());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return demo;
    }

    /** The port of the one public origin. */
    int port() {
        return base + 2;
    }

    /** The id of the meeting that is replayed. */
    String meeting() throws IOException {
        Matcher matcher = MEETING.matcher(printed());
        if (!matcher.find()) {
            throw new AssertionError("The demo names no meeting:\n" + printed());
        }
        return matcher.group(1);
    }

    private String printed() throws IOException {
        return Files.readString(output);
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> children = launcher.descendants().toList();
        launcher.destroy();
        if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
            children.forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
    }

    /** Below the ports that connections on their way out are given, or one of them may take a port before its service. */
    private static int freeBase() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (free(base) && free(base + 1) && free(base + 2) && free(base + 9) && free(base + 10)) {
                return base;
            }
        }
        throw new IOException("No free range of ports found");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
