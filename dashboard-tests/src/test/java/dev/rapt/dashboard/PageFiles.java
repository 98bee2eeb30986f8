package dev.rapt.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The page's files as the aggregator's build bundled them; or those of a folder, {@code -Drapt.dashboard.page=DIR}, for
 * whoever works on the page.
 */
final class PageFiles {

    private static final Path BUNDLED = Path.of("..", "aggregator-service", "target", "quarkus-app", "quarkus");
    private static final String ROOT = "META-INF/resources/";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    PageFiles() {
        String folder = System.getProperty("rapt.dashboard.page");
        try {
            if (folder != null) {
                readFolder(Path.of(folder));
            } else {
                readPackage(BUNDLED.resolve("generated-bytecode.jar"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The aggregator isn't packaged: " + e.getMessage(), e);
        }
    }

    /** The bytes at a path of the page; the index where it is a slash. */
    Optional<byte[]> at(String path) {
        return Optional.ofNullable(files.get(path.equals("/") ? "index.html" : path.substring(1)));
    }

    private void readFolder(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
    }

    private void readPackage(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                if (entry.getName().startsWith(ROOT)) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        files.put(entry.getName().substring(ROOT.length()), bytes.readAllBytes());
                    }
                }
            }
        }
    }
}
