package dev.rapt.detector.meeting;

import java.util.concurrent.CompletionStage;

/** Where the events of meetings go. Any thread may publish. */
@FunctionalInterface
public interface MeetingLog {

    /**
     * Publishes one event. Completes once Kafka has acknowledged it; completes exceptionally with {@link
     * dev.rapt.detector.ingest.UnpublishedException} within five seconds when it hasn't, and is safe to be repeated then;
     * or with {@link dev.rapt.detector.ingest.RefusedException} when nothing of the participant may be published.
     */
    CompletionStage<Void> publish(MeetingEvent event);
}
