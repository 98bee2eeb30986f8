package dev.rapt.aggregator.cluster;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The headers that instances say things to each other with. */
public final class Headers {

    /** On a request: the instance that passes it on. Such a request goes no further. */
    public static final String FORWARDED = "Rapt-Forwarded";

    /** On an answer: {@code true} when it was read from a copy, which may lack the newest. */
    public static final String STALE = "Rapt-Stale";

    /**
     * On a request for a list: the partitions wanted, copies allowed; or {@link #OWN}. On the answer: the partitions that
     * it is made of.
     */
    public static final String PARTITIONS = "Rapt-Partitions";

    /** What the instance itself counts. */
    public static final String OWN = "own";

    private Headers() {}

    /**
     * Whether a request is for a stream of events, by its path or by what it accepts: those come from the instance that
     * counts, since a copy hears of nothing new.
     */
    public static boolean isForEvents(String path, String accept) {
        return path.endsWith("/live")
                || path.endsWith("/live/socket")
                || accept != null && accept.contains("text/event-stream");
    }

    /** As the header has them. */
    public static String partitions(Collection<Integer> partitions) {
        return partitions.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * As they were.
     *
     * @throws NumberFormatException if the text isn't one of {@link #partitions(Collection)}
     */
    public static Set<Integer> partitions(String text) {
        return text.isEmpty() || text.equals(OWN)
                ? Set.of()
                : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
