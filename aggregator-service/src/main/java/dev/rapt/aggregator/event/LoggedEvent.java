package dev.rapt.aggregator.event;

import dev.rapt.aggregator.log.LogEvent;
import java.util.Objects;

/**
 * An event that can be kept.
 *
 * @param meetingId the meeting
 * @param event what was said of it
 */
public record LoggedEvent(String meetingId, LogEvent event) implements LogReading {
    public LoggedEvent {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(event, "event");
    }
}
