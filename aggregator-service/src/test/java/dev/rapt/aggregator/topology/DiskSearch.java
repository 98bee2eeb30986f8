package dev.rapt.aggregator.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Searches every file below a directory, whatever it is, byte by byte. */
final class DiskSearch {

    private final Path root;

    DiskSearch(Path root) {
        this.root = root;
    }

    /** The files that hold the text in ASCII anywhere, by their paths below the root. */
    Set<String> filesWith(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            if (contains(bytes(file), wanted)) {
                found.add(root.relativize(file).toString());
            }
        }
        return found;
    }

    private List<Path> files() {
        while (true) {
            try (Stream<Path> paths = Files.walk(root)) {
                return paths.filter(Files::isRegularFile).toList();
            } catch (UncheckedIOException e) {
                // A file went away while it was listed
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable, so not searched: " + file, e);
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
