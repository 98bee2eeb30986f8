package dev.rapt.detector.ingest.gallery;

import java.time.Duration;
import java.util.Objects;

/**
 * How galleries are taken in.
 *
 * @param maxTiles most participants of a composite
 * @param maxLayoutBytes longest text of a layout
 * @param threads composites being read at once
 * @param maxWaiting composites of one meeting that wait for their turn, when each keeps its place
 * @param gap how long an anonymous participant's place is kept while nobody is seen there, by the time of capture
 * @param expiry how long a meeting's gallery is remembered without a composite
 * @param meetings galleries remembered; the one without a composite for longest goes first
 * @param closerLookEvery a tile that keeps showing nobody gets a closer look in every so many composites
 * @param minSide shortest side of a tile in pixels
 * @param darkLuminance surroundings of a mean luminance below this (0 to 255) are dark
 */
public record GallerySettings(
        int maxTiles,
        int maxLayoutBytes,
        int threads,
        int maxWaiting,
        Duration gap,
        Duration expiry,
        int meetings,
        int closerLookEvery,
        int minSide,
        double darkLuminance) {

    public GallerySettings {
        Objects.requireNonNull(gap);
        Objects.requireNonNull(expiry);
        if (maxTiles < 1
                || maxLayoutBytes < 1
                || threads < 1
                || maxWaiting < 1
                || meetings < 1
                || closerLookEvery < 1
                || minSide < 1) {
            throw new IllegalArgumentException("limits of galleries are at least 1");
        }
    }
}
