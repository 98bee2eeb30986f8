package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.Expression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads one folder a class: {@code angry/*.jpg}, {@code happiness/*.png} and so on. Folders whose name is no class are
 * left out and noted, with the number of their pictures.
 */
final class ClassFolders {
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

    private final DataRoot root;
    private final PictureReader reader;

    ClassFolders(DataRoot root, PictureReader reader) {
        this.root = root;
        this.reader = reader;
    }

    /** Whether a folder holds a folder of any of the classes. */
    boolean areIn(Path folder) {
        return root.children(folder).stream()
                .anyMatch(child -> expression(child).isPresent());
    }

    /** Reads a folder that must hold pictures of these classes and may hold others of the seven. */
    Pictures read(Path folder, Set<Expression> required) {
        List<LabelledImage> images = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<Expression> found = EnumSet.noneOf(Expression.class);
        for (Path child : root.children(folder)) {
            Optional<Expression> label = expression(child);
            if (label.isPresent()) {
                List<LabelledImage> ofClass = readClass(child, label.get());
                images.addAll(ofClass);
                found.add(label.get());
            } else if (Files.isDirectory(child)) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%,d pictures of %s are left out: the model has no such class",
                        pictures(child).size(),
                        DataRoot.nameOf(child)));
            }
        }
        requireAll(folder, required, found);
        return new Pictures(images, notes);
    }

    private List<LabelledImage> readClass(Path folder, Expression label) {
        List<Path> files = pictures(folder);
        if (files.isEmpty()) {
            throw new DatasetException(root.display(folder) + " holds no pictures (.jpg, .jpeg or .png)");
        }
        return files.parallelStream()
                .map(file -> reader.read(file, root.display(file), label))
                .toList();
    }

    private void requireAll(Path folder, Set<Expression> required, Set<Expression> found) {
        String missing = required.stream()
                .filter(expression -> !found.contains(expression))
                .map(Expression::wireName)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new DatasetException(
                    root.display(folder) + " has no folder for " + missing + "; it holds " + root.listing(folder));
        }
        if (found.isEmpty()) {
            throw new DatasetException(root.display(folder) + " has no folder named after a class ("
                    + String.join(", ", Expression.wireNames()) + "); it holds " + root.listing(folder));
        }
    }

    private List<Path> pictures(Path folder) {
        return root.children(folder).stream()
                .filter(file -> ENDINGS.stream().anyMatch(DataRoot.nameOf(file).toLowerCase(Locale.ROOT)::endsWith))
                .toList();
    }

    private static Optional<Expression> expression(Path child) {
        return Files.isDirectory(child) ? ClassWords.expression(DataRoot.nameOf(child)) : Optional.empty();
    }
}
