package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.Expression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** FER2013 as folders: split, class, pictures. */
final class FerFolders implements SplitSource {
    private final DataRoot root;
    private final Path folder;
    private final PictureReader reader;

    FerFolders(DataRoot root, Path folder, PictureReader reader) {
        this.root = root;
        this.folder = folder;
        this.reader = reader;
    }

    @Override
    public Set<Split> splits() {
        Set<Split> splits = EnumSet.noneOf(Split.class);
        for (Split split : Split.values()) {
            if (Files.isDirectory(folder.resolve(split.folder()))) {
                splits.add(split);
            }
        }
        return splits;
    }

    @Override
    public Pictures read(Split split) {
        if (!splits().contains(split)) {
            throw new DatasetException(
                    root.display(folder) + " has no folder " + split.folder() + "; it has " + listing());
        }
        return new ClassFolders(root, reader).read(folder.resolve(split.folder()), EnumSet.allOf(Expression.class));
    }

    @Override
    public void close() {
        root.close();
    }
}
