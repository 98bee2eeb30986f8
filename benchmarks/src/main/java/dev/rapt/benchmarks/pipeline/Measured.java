package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The measured figures that capacity is computed from, out of {@code measured.properties}, which says where each is from. */
final class Measured {

    private final Properties figures = new Properties();

    private Measured() {}

    /** @throws IOException when the file can't be read */
    static Measured read(Path file) throws IOException {
        Measured measured = new Measured();
        try (Reader reader = Files.newBufferedReader(file)) {
            measured.figures.load(reader);
        }
        return measured;
    }

    /**
     * One figure.
     *
     * @throws IllegalStateException when the file doesn't have it
     */
    double of(String name) {
        String figure = figures.getProperty(name);
        if (figure == null) {
            throw new IllegalStateException("measured.properties has no " + name);
        }
        return Double.parseDouble(figure);
    }
}
