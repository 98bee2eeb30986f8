package dev.rapt.detector.ingest.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a request with events. */
@Schema(name = "EventsAnswer")
record EventsAnswer(
        @Schema(examples = "standup") String meetingId,
        @Schema(description = "How many Kafka has acknowledged: all of the request", examples = "2") int events) {}
