package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Renders with the program that operators render with: {@code kubectl kustomize}, or {@code kustomize build}. */
final class Kustomize {

    /** The manifests' folder, from this module's. */
    static final Path FOLDER = Path.of("..", "k8s");

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            // As Kubernetes reads it: an octal or a yes is a string there too
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build());
    private static final int SECONDS = 60;

    private Kustomize() {}

    /** The command, without the folder to render; nothing when none of the programs is installed. */
    static Optional<List<String>> command() {
        return List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build")).stream()
                .filter(command -> onPath(command.get(0)))
                .findFirst();
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    static Rendering render(String folder) {
        List<String> line = new ArrayList<>(command().orElseThrow());
        line.add(FOLDER.resolve(folder).toString());
        try {
            Path output = Files.createTempFile("rapt-k8s", ".yaml");
            Path errors = Files.createTempFile("rapt-k8s", ".txt");
            try {
                Process process = new ProcessBuilder(line)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(line + " takes longer than " + SECONDS + " s");
                }
                String complaints = Files.readString(errors);
                // A warning, such as of something deprecated, is a fault too
                if (process.exitValue() != 0 || !complaints.isBlank()) {
                    throw new IllegalStateException(line + ": " + complaints);
                }
                return new Rendering(folder, parse(Files.readString(output, StandardCharsets.UTF_8)));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<Manifest> parse(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream().map(Manifest::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
