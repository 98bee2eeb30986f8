package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.WholeTime;

/**
 * A participant's whole time in a meeting.
 *
 * @param participation what the frames come to
 * @param time from the second of the first frame to that of the last
 */
public record ParticipantSummary(Participation participation, WholeTime time) {}
