package dev.rapt.aggregator.cluster;

import java.util.List;

/**
 * What came of asking all instances. While partitions move, two parts may tell of the same meeting; the earlier part is
 * the better one.
 *
 * @param parts the parts, this instance's first and stale ones last
 * @param missing the instances that couldn't tell theirs
 * @param known whether anything could be told at all; if not, the list isn't empty but unknown
 * @param <T> what one part is
 */
public record Gathered<T>(List<Part<T>> parts, List<Missing> missing, boolean known) {
    public Gathered {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }
}
