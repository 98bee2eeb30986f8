package dev.rapt.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.Locale;

/** One of the three services and the heap that the demo gives it. */
enum ServiceKind {
    DETECTOR("160m"),
    CLASSIFIER("128m"),
    AGGREGATOR("192m");

    private final String heap;

    ServiceKind(String heap) {
        this.heap = heap;
    }

    String heap() {
        return heap;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the build has packaged, from the project's folder. */
    Path runner() {
        return Path.of(label() + "-service", "target", "quarkus-app", "quarkus-run.jar");
    }
}
