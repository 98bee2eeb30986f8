package dev.rapt.detector.ingest.gallery;

import java.util.List;

/** Is shown every composite that was read, before its records go to Kafka; keeps it in memory at most. */
@FunctionalInterface
public interface GalleryWatcher {

    /** Watches nothing. */
    GalleryWatcher NONE = (frame, participants) -> {};

    /** Called by any thread, one composite of a gallery after another; doesn't wait. */
    void saw(GalleryFrame frame, List<GalleryOutcome.Participant> participants);
}
