package dev.rapt.e2e;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/**
 * The images that the tests on containers run, and whether they can. The variables {@code RAPT_DETECTOR_IMAGE} and so on,
 * and {@code RAPT_KAFKA_IMAGE}, name others than those that bin/images and containers/kafka-stand-in/build make.
 */
final class Images {

    private static final List<String> OURS = List.of("detector", "classifier", "aggregator", "tools");
    private static final String REVISION = "org.opencontainers.image.revision";

    private Images() {}

    /** The image of one of ours, or of {@code kafka}. */
    static String of(String name) {
        String variable = "RAPT_" + name.toUpperCase(java.util.Locale.ROOT) + "_IMAGE";
        return Optional.ofNullable(System.getenv(variable)).orElseGet(() -> standard(name));
    }

    private static String standard(String name) {
        String version = Optional.ofNullable(System.getenv("RAPT_VERSION")).orElse("0.1.0-SNAPSHOT");
        return name.equals("kafka") ? "rapt-dev/kafka:latest" : "rapt/" + name + ":" + version;
    }

    /** Why nothing can be run, in words for whoever reads what was skipped; empty when all is there. */
    static Optional<String> obstacle() throws IOException, InterruptedException {
        if (System.getenv("DOCKER_HOST") == null && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return Optional.of("no container engine: there is no /var/run/docker.sock and DOCKER_HOST isn't set");
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no container engine: nobody answers at its socket");
        }
        DockerClient engine = DockerClientFactory.instance().client();
        List<String> names = new ArrayList<>(OURS);
        names.add("kafka");
        for (String name : names) {
            Optional<String> obstacle = obstacle(engine, name);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> obstacle(DockerClient engine, String name)
            throws IOException, InterruptedException {
        try {
            Map<String, String> labels =
                    engine.inspectImageCmd(of(name)).exec().getConfig().getLabels();
            String revision = labels == null ? null : labels.get(REVISION);
            // An image of other sources says nothing about these; who names an image means it
            if (OURS.contains(name) && of(name).equals(standard(name)) && !head().equals(revision)) {
                return Optional.of("the image " + of(name) + " is of revision " + revision + ", this is " + head()
                        + ": bin/images makes it anew");
            }
            return Optional.empty();
        } catch (NotFoundException e) {
            return Optional.of("no image " + of(name) + ": "
                    + (name.equals("kafka") ? "containers/kafka-stand-in/build" : "bin/images") + " makes it");
        }
    }

    private static String head() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String head = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? head : "unknown";
    }
}
