package dev.rapt.detector.ingest;

import dev.rapt.detector.FrameFindings;
import dev.rapt.meeting.Signals;
import java.util.concurrent.CompletionStage;

/** Where findings go. */
@FunctionalInterface
public interface CropSink {

    /**
     * Publishes one record, in the order of the calls for one participant. Completes once it is acknowledged;
     * completes exceptionally with {@link UnpublishedException} within five seconds when it isn't.
     *
     * @param signals what may be measured of the participant: nothing else of the findings may leave the process
     * @param skippedBefore frames of the participant that were skipped since the record before
     */
    CompletionStage<Void> publish(Frame frame, FrameFindings findings, Signals signals, int skippedBefore);
}
