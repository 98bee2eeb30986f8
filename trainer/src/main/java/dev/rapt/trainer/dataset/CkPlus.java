package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.Expression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

/**
 * The extended Cohn-Kanade set in its common form CK+48: a folder a class ({@code anger, contempt, disgust, fear, happy,
 * sadness, surprise}), three peak frames a sequence. It has no neutral, and contempt is left out with a note.
 */
public final class CkPlus {
    private CkPlus() {}

    /** Reads the set; throws {@link DatasetException} if the path isn't that form. */
    public static Pictures read(Path path, PictureReader reader) {
        try (DataRoot root = DataRoot.open(path)) {
            Path folder = root.folder();
            if (Files.isDirectory(folder.resolve("cohn-kanade-images"))) {
                throw new DatasetException(root.display(folder) + " is the original CK+, whose pictures aren't cut to"
                        + " faces; give the folder CK+48");
            }
            EnumSet<Expression> required = EnumSet.complementOf(EnumSet.of(Expression.NEUTRAL));
            return new ClassFolders(root, reader).read(folder, required);
        }
    }
}
