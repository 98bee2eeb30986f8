package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The demo as a user starts it, on ports of its own: a broker and the three packaged services as processes. */
final class RunningDemo implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration UP = Duration.ofMinutes(3);

    /** How far the ports of second instances are from those of the first. */
    private static final int PEER = 3;

    private final Process launcher;
    private final int base;
    private final Path output;

    private RunningDemo(Process launcher, int base, Path output) {
        this.launcher = launcher;
        this.base = base;
        this.output = output;
    }

    /** The services without a replay; returns when all of them say that they are ready. */
    static RunningDemo withoutReplay() throws Exception {
        return withoutReplay(Map.of());
    }

    /** The same, with more in the environment of all its processes. */
    static RunningDemo withoutReplay(Map<String, String> environment) throws Exception {
        RunningDemo demo = start(environment, "--headless", "--no-replay");
        demo.awaitReady();
        return demo;
    }

    /** Runs the demo with these arguments, on free ports, with what it prints in a file. */
    static RunningDemo start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private static RunningDemo start(Map<String, String> environment, String... arguments) throws IOException {
        int base = freeBase();
        Path output = Files.createDirectories(Path.of("target", "demo")).resolve(base + ".out");
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("bin/demo").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port-base", Integer.toString(base)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
        // The modules are built already; the build must not start itself within itself
        builder.environment().put("RAPT_DEMO_BUILD", "never");
        builder.environment().putAll(environment);
        Process launcher = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningDemo(launcher, base, output);
    }

    /** The one public origin. */
    URI origin() {
        return URI.create("http://127.0.0.1:" + (base + 2));
    }

    /** Each service at its own port. */
    List<URI> services() {
        return IntStream.range(base, base + 3)
                .mapToObj(port -> URI.create("http://127.0.0.1:" + port))
                .toList();
    }

    /** The detector's own port. */
    URI detector() {
        return URI.create("http://127.0.0.1:" + base);
    }

    /** Kafka's address. */
    String bootstrapServers() {
        return "127.0.0.1:" + (base + 9);
    }

    /** Where the aggregator keeps its stores. */
    Path state() {
        return ROOT.resolve(".rapt/demo-" + base + "/state");
    }

    /** What the launcher printed so far. */
    String printed() throws IOException {
        return Files.readString(output);
    }

    /** Waits for the launcher's end and returns its exit code. */
    int awaitEnd(Duration atMost) throws InterruptedException, IOException {
        if (!launcher.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The demo didn't end within " + atMost + ":\n" + printed());
        }
        return launcher.exitValue();
    }

    /**
     * Kills a child of the demo as kill -9 does, and waits until it is gone: {@code detector}, {@code classifier}, {@code
     * aggregator}, {@code kafka}. The demo starts it again.
     */
    void kill(String name) {
        List<ProcessHandle> victims = processes(name);
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
    }

    /** Ends a child in order, as SIGTERM does, and waits until it is gone. The demo starts it again. */
    void end(String name) {
        List<ProcessHandle> victims = processes(name);
        victims.forEach(ProcessHandle::destroy);
        victims.forEach(victim -> victim.onExit().join());
    }

    /** Stops a child in the midst of what it does, as SIGSTOP does; it goes on with {@link #resume}. */
    void pause(String name) throws Exception {
        signal("STOP", name);
    }

    void resume(String name) throws Exception {
        signal("CONT", name);
    }

    private void signal(String signal, String name) throws Exception {
        for (ProcessHandle process : processes(name)) {
            int status = new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).as("kill -%s of %s", signal, name).isZero();
        }
    }

    /** The running processes of a child: none for a moment after it died, else one. */
    List<ProcessHandle> running(String name) {
        String mark = name.equals("kafka") ? "dev.rapt.kafka" : name + "-service";
        return launcher.toHandle()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
    }

    /**
     * Starts a second instance of the {@code classifier} or the {@code aggregator} with the same settings, but for what
     * an instance has of its own, and returns when it is ready.
     */
    Peer another(String name) throws Exception {
        int own = base + (name.equals("classifier") ? 1 : 2);
        Path commandLine = Path.of("/proc", Long.toString(processes(name).get(0).pid()), "cmdline");
        List<String> command = new ArrayList<>();
        for (String argument : Files.readString(commandLine).split("\0")) {
            command.add(argument.replace("port=" + own, "port=" + (own + PEER))
                    .replace("application-server=127.0.0.1:" + own, "application-server=127.0.0.1:" + (own + PEER))
                    .replace("demo-classifier", "demo-classifier-2")
                    .replaceFirst("(state-dir=.*)", "$1-2"));
        }
        // Its standard input ends with this process, and it with that
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        output.resolveSibling(base + "-" + name + "-2.out").toFile())
                .start();
        Peer peer = new Peer(process, URI.create("http://127.0.0.1:" + (own + PEER)));
        awaitReady(own + PEER);
        return peer;
    }

    /** A second instance of a service. */
    record Peer(Process process, URI origin) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private List<ProcessHandle> processes(String name) {
        List<ProcessHandle> found = running(name);
        assertThat(found).as("processes of %s", name).isNotEmpty();
        return found;
    }

    private void awaitReady() throws Exception {
        for (int port = base; port < base + 3; port++) {
            awaitReady(port);
        }
    }

    private void awaitReady(int port) throws Exception {
        long deadline = System.nanoTime() + UP.toNanos();
        Api service = new Api(URI.create("http://127.0.0.1:" + port));
        while (!ready(service)) {
            assertThat(launcher.isAlive()).as("the demo ended:\n%s", printed()).isTrue();
            assertThat(System.nanoTime())
                    .as("port %d isn't ready:\n%s", port, printed())
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private static boolean ready(Api service) throws InterruptedException {
        try {
            return service.get("/q/health/ready").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the demo as Ctrl-C does, and checks that it leaves no process behind. */
    @Override
    public void close() throws Exception {
        List<ProcessHandle> children = launcher.descendants().toList();
        launcher.destroy();
        if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
            launcher.destroyForcibly();
            throw new AssertionError("The demo didn't end on SIGTERM:\n" + printed());
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (children.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(children.stream().filter(ProcessHandle::isAlive).toList())
                .as("processes left behind")
                .isEmpty();
    }

    /** Below the ports that connections on their way out are given, or one of them may take a port before its service. */
    private static int freeBase() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (Stream.of(0, 1, 2, PEER + 1, PEER + 2, 9, 10).allMatch(offset -> free(base + offset))) {
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
