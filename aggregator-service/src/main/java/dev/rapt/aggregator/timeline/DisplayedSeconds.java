package dev.rapt.aggregator.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * For how long which label was displayed in a stretch of time, and what was displayed last.
 *
 * @param seconds for each label, in the order of {@link Label}
 * @param last the label that was displayed last; empty when none was
 * @param facing whether the person was displayed as facing, last; empty when neither was
 */
public record DisplayedSeconds(List<Long> seconds, Optional<Label> last, Optional<Boolean> facing) {

    /** Nothing displayed. */
    public static final DisplayedSeconds NONE =
            new DisplayedSeconds(Collections.nCopies(Label.values().length, 0L), Optional.empty(), Optional.empty());

    public DisplayedSeconds {
        seconds = List.copyOf(seconds);
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(facing, "facing");
        if (seconds.size() != Label.values().length) {
            throw new IllegalArgumentException("There is a number of seconds for each label");
        }
    }

    /** With one more second, in which this label was displayed. */
    DisplayedSeconds plus(Label label) {
        List<Long> more = new ArrayList<>(seconds);
        more.set(label.ordinal(), more.get(label.ordinal()) + 1);
        return new DisplayedSeconds(more, Optional.of(label), facing);
    }

    /** With one more second, in which the person was displayed so. */
    DisplayedSeconds plusFacing(boolean shown) {
        return new DisplayedSeconds(seconds, last, Optional.of(shown));
    }

    /** Seconds in which any label was displayed. */
    public long all() {
        return seconds.stream().mapToLong(Long::longValue).sum();
    }

    /** The share of the displayed seconds that showed this label, to the millionth; 0 of no time. */
    public double share(Label label) {
        return Seconds.share(seconds.get(label.ordinal()), all());
    }
}
