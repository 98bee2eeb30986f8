package dev.rapt.aggregator.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Deletes what an earlier run left too long ago. It knows the changelog only up to where it stopped; what was deleted
 * after that, and has left the changelog since, would stay in it for ever and be answered again.
 */
final class StaleState {

    private static final Logger LOG = Logger.getLogger(StaleState.class);

    /** Where Kafka Streams writes how far a partition's stores go. */
    private static final String CHECKPOINT = ".checkpoint";

    private StaleState() {}

    /**
     * Deletes the directories of those partitions whose stores were last said to be whole before this moment. Those that
     * never were Kafka Streams fills from the start anyway.
     *
     * @param directory the directory of the application's partitions, which need not exist
     * @throws UncheckedIOException when it can't be read or deleted
     */
    static void deleteBefore(Path directory, Instant moment) {
        try {
            for (Path partition : directoriesIn(directory)) {
                Path checkpoint = partition.resolve(CHECKPOINT);
                if (Files.exists(checkpoint)
                        && Files.getLastModifiedTime(checkpoint).toInstant().isBefore(moment)) {
                    delete(partition);
                    LOG.infof("The stores of %s were left too long ago and are filled anew", partition.getFileName());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The state directory can't be cleared: " + directory, e);
        }
    }

    private static List<Path> directoriesIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
