package dev.rapt.trainer.dataset;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A data set that comes in splits. Closing it closes the file it is read from. */
public interface SplitSource extends AutoCloseable {

    /** The splits that are there. */
    Set<Split> splits();

    /** Reads one split; throws {@link DatasetException} that names what is missing or broken. */
    Pictures read(Split split);

    /** The split to judge a model by: the one asked for, else validation, else test. */
    default Split judgingSplit(Optional<Split> wanted) {
        if (wanted.isPresent()) {
            return wanted.get();
        }
        return splits().contains(Split.VALIDATION) || !splits().contains(Split.TEST) ? Split.VALIDATION : Split.TEST;
    }

    /** The splits that are there, for messages. */
    default String listing() {
        return splits().stream().map(Split::folder).collect(Collectors.joining(", "));
    }

    @Override
    void close();
}
