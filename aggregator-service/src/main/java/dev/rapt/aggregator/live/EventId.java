package dev.rapt.aggregator.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a listener has come: everything that the scores of this partition say up to this offset is in what the
 * listener has. It holds on every instance, because it names records and no memory of an instance.
 *
 * @param partition the meeting's partition of the scores
 * @param offset the last offset, -1 before the first
 */
record EventId(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(-1|\\d{1,18})");

    /** The id that was written so; empty when none is. */
    static Optional<EventId> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new EventId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
