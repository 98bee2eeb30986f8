package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A packaged service as a process of its own, on a loopback port; it ends with {@link #close()} or with this JVM. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofSeconds(30);

    private final ServiceKind kind;
    private final int port;
    private final Path log;
    private final HttpClient http;
    private final ProcessBuilder builder;
    private Process process;
    private long startedNanos;
    private long readyMillis;

    /** Starts it and goes on; {@link #awaitReady()} waits. */
    ServiceProcess(ServiceKind kind, int port, List<String> jvm, List<String> settings, Path log, HttpClient http)
            throws IOException {
        this.kind = kind;
        this.port = port;
        this.log = log;
        this.http = http;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + kind.heap());
        command.addAll(jvm);
        command.addAll(settings);
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.log.category.\"io.smallrye.health\".level=WARN");
        command.add("-jar");
        command.add(kind.runner().toString());
        builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // As in the demo: each thread that allocates natively would otherwise keep an arena of its own
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().put("RAPT_ACCESS_OPEN", "loopback");
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    private void start() throws IOException {
        startedNanos = System.nanoTime();
        process = builder.start();
    }

    /** Ends it in order, starts it with the same command, and returns when it is ready. */
    void restart() throws IOException, InterruptedException {
        close();
        start();
        awaitReady();
    }

    ServiceKind kind() {
        return kind;
    }

    ProcessUse use() {
        return new ProcessUse(process.pid());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** From the command to the first answer that says ready. */
    long readyMillis() {
        return readyMillis;
    }

    /** Returns when it says that it is ready. */
    void awaitReady() throws IOException, InterruptedException {
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - startedNanos > PATIENCE.toNanos()) {
                throw new IllegalStateException("The " + kind.label() + " doesn't start:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        readyMillis = (System.nanoTime() - startedNanos) / 1_000_000;
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A meter's values summed over its tags, as the service publishes them; 0 without it. */
    double meter(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/q/metrics")).build();
        return http.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
