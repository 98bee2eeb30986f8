package dev.rapt.detector.ingest;

import dev.rapt.detector.FrameFindings;
import java.util.concurrent.CompletionStage;

/** Where findings go. */
@FunctionalInterface
public interface CropSink {

    /**
     * Publishes one record, in the order of the calls for one participant. Completes once it is acknowledged;
     * completes exceptionally with {@link UnpublishedException} within five seconds when it isn't.
     *
     * @param skippedBefore frames of the participant that were skipped since the record before
     */
    CompletionStage<Void> publish(Frame frame, FrameFindings findings, int skippedBefore);
}
