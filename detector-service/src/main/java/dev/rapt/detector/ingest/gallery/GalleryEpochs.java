package dev.rapt.detector.ingest.gallery;

import java.util.concurrent.CompletionStage;

/** Counts how often the names of a meeting's anonymous participants have begun, over all replicas and restarts. */
@FunctionalInterface
public interface GalleryEpochs {

    /**
     * Begins the names anew.
     *
     * @return completes with a number of at least 1 that nobody else has got or gets; exceptionally with {@link
     *     dev.rapt.detector.ingest.UnpublishedException} when that can't be known within about five seconds
     */
    CompletionStage<Integer> claim(String meetingId);
}
