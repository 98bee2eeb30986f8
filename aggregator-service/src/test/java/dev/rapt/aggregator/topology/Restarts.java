package dev.rapt.aggregator.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes of this instance another one, for tests of other packages. */
public final class Restarts {

    private Restarts() {}

    /** Stops the streams, loses their disk, and starts them again: all that is left is in Kafka. */
    public static void withoutDisk(TimelineStreams streams, Path directory) throws IOException, InterruptedException {
        streams.onStop(null);
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        streams.onStart(null);
    }
}
