package dev.rapt.demo.process;

import dev.rapt.demo.DemoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the project's built parts lie and where the demo of one port base may write.
 *
 * @param root the project's folder
 * @param portBase the port base the data belongs to
 */
public record Home(Path root, int portBase) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** The class path of the launcher, of the broker and of {@link TiedToParent}. */
    String demoClassPath() {
        return demoJar() + ":" + root.resolve("demo/target/lib") + "/*";
    }

    Path demoJar() {
        return root.resolve("demo/target/demo-0.1.0-SNAPSHOT.jar");
    }

    Path runner(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public Path data() {
        return root.resolve(".rapt").resolve("demo-" + portBase);
    }

    Path broker() {
        return data().resolve("kafka");
    }

    Path state() {
        return data().resolve("state");
    }

    Path log(String name) {
        return data().resolve(name + ".log");
    }

    /** Makes an empty data folder. */
    public void freshData() {
        delete(List.of(data()));
        try {
            Files.createDirectories(data());
        } catch (IOException e) {
            throw new DemoException("The folder " + data() + " can't be made: " + e.getMessage(), e);
        }
    }

    /** Deletes what Kafka and the aggregator kept; the logs stay. */
    public void dropRecords() {
        delete(List.of(broker(), state()));
    }

    private static void delete(List<Path> folders) {
        for (Path folder : folders) {
            if (!Files.exists(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                throw new DemoException("The folder " + folder + " can't be emptied: " + e.getMessage(), e);
            }
        }
    }
}
