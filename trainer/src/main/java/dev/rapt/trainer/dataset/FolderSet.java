package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.Expression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Anybody's pictures, one folder a class, in any size, grey or coloured; classes may be missing, which is noted. */
public final class FolderSet {
    private FolderSet() {}

    /** Reads the folders; throws {@link DatasetException} if there is no folder of any class. */
    public static Pictures read(Path path, PictureReader reader) {
        try (DataRoot root = DataRoot.open(path)) {
            Pictures pictures = new ClassFolders(root, reader).read(root.folder(), Set.of());
            Set<Expression> missing = EnumSet.allOf(Expression.class);
            pictures.images().forEach(image -> missing.remove(image.label()));
            List<String> notes = new ArrayList<>(pictures.notes());
            if (!missing.isEmpty()) {
                notes.add("there are no pictures of "
                        + missing.stream().map(Expression::wireName).collect(Collectors.joining(", ")));
            }
            return new Pictures(pictures.images(), notes);
        }
    }
}
