package dev.rapt.detector.ingest;

import dev.rapt.contracts.Keys;

/** Whose frame it is: a participant of a meeting, both named by the sender. */
public record ParticipantKey(String meetingId, String participantId) {

    public ParticipantKey {
        if (!Keys.isId(meetingId) || !Keys.isId(participantId)) {
            throw new IllegalArgumentException("ids must match " + Keys.ID_FORM);
        }
    }
}
