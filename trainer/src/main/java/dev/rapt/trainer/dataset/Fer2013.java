package dev.rapt.trainer.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens FER2013 in the layouts that people have: image folders {@code train/}, {@code validation/}, {@code test/}, or
 * the table {@code fer2013.csv} / {@code icml_face_data.csv}; in a folder, as a file, or in a zip file.
 */
public final class Fer2013 {
    private Fer2013() {}

    /** Opens the data at a path; throws {@link DatasetException} if it is none of the layouts. */
    public static SplitSource open(Path path, PictureReader reader) {
        if (Files.isRegularFile(path) && isTable(path)) {
            return FerTable.read(path, path.toString(), reader);
        }
        DataRoot root = DataRoot.open(path);
        try {
            return open(root, reader);
        } catch (RuntimeException e) {
            root.close();
            throw e;
        }
    }

    private static SplitSource open(DataRoot root, PictureReader reader) {
        Path folder = root.folder();
        if (Stream.of(Split.values()).anyMatch(split -> Files.isDirectory(folder.resolve(split.folder())))) {
            return new FerFolders(root, folder, reader);
        }
        Optional<Path> table =
                root.children(folder).stream().filter(Fer2013::isTable).findFirst();
        if (table.isPresent()) {
            FerTable read = FerTable.read(table.get(), root.display(table.get()), reader);
            root.close();
            return read;
        }
        String hint =
                new ClassFolders(root, reader).areIn(folder) ? "; for one folder a class use --dataset folders" : "";
        throw new DatasetException(root.display(folder) + " isn't FER2013: it has neither the folders train, validation"
                + " or test nor fer2013.csv or icml_face_data.csv; it holds " + root.listing(folder) + hint);
    }

    private static boolean isTable(Path file) {
        return DataRoot.nameOf(file).toLowerCase(Locale.ROOT).endsWith(".csv");
    }
}
