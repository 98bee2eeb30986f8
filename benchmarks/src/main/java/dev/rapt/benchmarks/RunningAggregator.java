package dev.rapt.benchmarks;

import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged aggregator as a process of its own, with a real broker in this one; for one thread. */
final class RunningAggregator implements AutoCloseable {

    private static final Path PACKAGED = Path.of("aggregator-service/target/quarkus-app/quarkus-run.jar");
    private static final Duration UP = Duration.ofMinutes(2);
    static final int PARTITIONS = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final EmbeddedKafka kafka;
    private final int port;
    private volatile Process process;

    RunningAggregator() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("rapt-bench");
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka")));
        KafkaTopics.create(kafka.bootstrapServers(), PARTITIONS);
        port = freePort();
        // Also when this one is interrupted
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
        start();
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Ends it and starts it anew on the same state; returns when it answers. */
    void restart() throws IOException, InterruptedException {
        stop();
        start();
    }

    /** Asks for something and reads it to the last byte. */
    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The values of a meter, with its tags if there are several, as the service publishes them. */
    List<String> meter(String start) throws IOException, InterruptedException {
        return new String(get("/q/metrics").body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private void start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Drapt.access.open=loopback",
                        "-Dquarkus.http.port=" + port,
                        "-Dkafka.bootstrap.servers=" + kafka.bootstrapServers(),
                        "-Drapt.aggregator.streams.state-dir=" + directory.resolve("state"),
                        "-jar",
                        PACKAGED.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("aggregator.log").toFile()));
        builder.environment().put("RAPT_ACCESS_OPEN", "loopback");
        process = builder.start();
        long deadline = System.nanoTime() + UP.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The aggregator doesn't start:\n" + Files.readString(directory.resolve("aggregator.log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        kafka.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
