package dev.rapt.detector.meeting;

import java.util.concurrent.CompletionStage;

/**
 * Where states of meetings are written. Both complete once Kafka has acknowledged the record, or exceptionally with
 * {@link dev.rapt.detector.ingest.UnpublishedException} within five seconds.
 */
public interface StateWriter {

    /** Writes that the meeting is erased. */
    CompletionStage<Void> erased(String meetingId, String reason);

    /** Writes that somebody wants the meeting's next gallery epoch; the first in the partition has it. */
    CompletionStage<Void> claim(String meetingId, int epoch, String claim);
}
