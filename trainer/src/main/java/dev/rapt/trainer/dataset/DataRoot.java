package dev.rapt.trainer.dataset;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a data set lies: a folder, or a zip file that is read as one. */
final class DataRoot implements AutoCloseable {
    private final Path given;
    private final Path root;
    private final FileSystem zip;

    private DataRoot(Path given, Path root, FileSystem zip) {
        this.given = given;
        this.root = root;
        this.zip = zip;
    }

    static DataRoot open(Path path) {
        if (!Files.exists(path)) {
            throw new DatasetException(path + " doesn't exist");
        }
        if (Files.isDirectory(path)) {
            return new DataRoot(path, path, null);
        }
        try {
            FileSystem zip = FileSystems.newFileSystem(path);
            return new DataRoot(path, zip.getPath("/"), zip);
        } catch (IOException | RuntimeException e) {
            throw new DatasetException(path + " is neither a folder nor a readable zip file", e);
        }
    }

    /** The folder to look in; a zip's single folder in a folder is gone through. */
    Path folder() {
        Path folder = root;
        List<Path> children = children(folder);
        while (children.size() == 1 && isWrapping(children.get(0))) {
            folder = children.get(0);
            children = children(folder);
        }
        return folder;
    }

    private static boolean isWrapping(Path child) {
        String name = nameOf(child);
        return Files.isDirectory(child)
                && ClassWords.expression(name).isEmpty()
                && Stream.of(Split.values()).noneMatch(split -> split.folder().equals(name));
    }

    /** How to call a file of this data set in a message. */
    String display(Path file) {
        return zip == null ? file.toString() : given + "!" + file;
    }

    /** The entries of a folder in order, without hidden ones and without what a Mac's zip adds. */
    List<Path> children(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            !nameOf(entry).startsWith(".") && !nameOf(entry).equals("__MACOSX"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DatasetException(display(folder) + " can't be listed (" + e.getMessage() + ")", e);
        }
    }

    /** The names of a folder's first entries, for messages. */
    String listing(Path folder) {
        List<String> names = children(folder).stream().map(DataRoot::nameOf).toList();
        if (names.isEmpty()) {
            return "nothing";
        }
        return String.join(", ", names.subList(0, Math.min(8, names.size()))) + (names.size() > 8 ? ", …" : "");
    }

    static String nameOf(Path path) {
        return path.getFileName().toString().replace("/", "");
    }

    @Override
    public void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new DatasetException(given + " can't be closed (" + e.getMessage() + ")", e);
            }
        }
    }
}
