package dev.rapt.aggregator.event;

import dev.rapt.aggregator.timeline.Observation;
import java.time.Instant;
import java.util.Objects;

/**
 * A frame that can be counted.
 *
 * @param meetingId the meeting
 * @param participantId the participant
 * @param receivedAt when the detector took it in, by its clock; the epoch when it didn't say
 * @param observation what the frame shows
 */
public record ScoredFrame(String meetingId, String participantId, Instant receivedAt, Observation observation)
        implements ScoreReading {
    public ScoredFrame {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(observation, "observation");
    }
}
