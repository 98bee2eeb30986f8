package dev.rapt.trainer.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts of FER2013, under the names that its folders and its table use. */
public enum Split {
    /** For training: 28,709 pictures in the original. */
    TRAIN("train", "Training"),
    /** For choosing between models, PublicTest: 3,589 in the original. */
    VALIDATION("validation", "PublicTest"),
    /** For the last word, PrivateTest: 3,589 in the original; in copies without validation/ it may hold both tests. */
    TEST("test", "PrivateTest");

    private final String folder;
    private final String usage;

    Split(String folder, String usage) {
        this.folder = folder;
        this.usage = usage;
    }

    /** Its folder's name, which is also its name on the command line. */
    public String folder() {
        return folder;
    }

    /** Its name in the table's column Usage. */
    public String usage() {
        return usage;
    }

    /** The split of either name; throws {@link DatasetException} that lists the names. */
    public static Split named(String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(split -> List.of(split.folder, split.usage.toLowerCase(Locale.ROOT))
                        .contains(word))
                .findFirst()
                .orElseThrow(() -> new DatasetException(
                        "There is no split " + name + "; the splits are train, validation and test"));
    }
}
