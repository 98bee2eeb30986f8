package dev.rapt.aggregator.query;

import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Participation;
import java.util.Optional;

/**
 * A participant of a meeting.
 *
 * @param id the participant's id
 * @param participation what the frames come to
 * @param displayed the label that is displayed after the last frame; empty when none is
 */
public record ParticipantEntry(String id, Participation participation, Optional<Label> displayed) {}
