package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One packaged service as a process that is set by its environment alone, as in a container. */
final class PackagedService implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Process process;
    private final Path output;

    private PackagedService(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the service of this module; nothing of this process's environment that is for Kafka or Quarkus gets in. */
    static PackagedService start(String module, Path directory, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile(directory, module, ".out");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ROOT.resolve(module + "/target/quarkus-app/quarkus-run.jar").toString()));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("KAFKA_") || name.startsWith("QUARKUS_") || name.startsWith("RAPT_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new PackagedService(builder.start(), output);
    }

    /** What it printed so far. */
    String printed() throws IOException {
        return Files.readString(output);
    }

    /** Asks for its health until it is what is expected, and answers with the last one. */
    Api.Answer awaitHealth(Api api, int status, String said, Duration atMost) throws Exception {
        long deadline = System.nanoTime() + atMost.toNanos();
        Api.Answer last = null;
        while (last == null
                || last.status() != status
                || !last.body().toString().contains(said)) {
            assertThat(process.isAlive()).as("it ended:\n%s", printed()).isTrue();
            assertThat(System.nanoTime())
                    .as("not %d with %s but %s:\n%s", status, said, last, printed())
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(250);
            try {
                last = api.get("/q/health/ready");
            } catch (IOException e) {
                last = null;
            }
        }
        return last;
    }

    /** Waits until it has ended by itself and answers with its exit code. */
    int awaitEnd(Duration atMost) throws Exception {
        assertThat(process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS))
                .as("it goes on:\n%s", printed())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
