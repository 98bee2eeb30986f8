package dev.rapt.aggregator.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the audit log is to say of the request under way, where its path doesn't: which a route knows from a token. */
@RequestScoped
class AuditNote {

    private final List<String> meetings = new ArrayList<>();
    private final List<String> participants = new ArrayList<>();
    private Optional<String> actor = Optional.empty();

    /** It is about this participant of this meeting. */
    void about(String meetingId, String participantId) {
        about(meetingId);
        participants.add(participantId);
    }

    /** It is about this meeting. */
    void about(String meetingId) {
        meetings.add(meetingId);
    }

    /** Who does it, as was proven: never a name, such as {@code personal-link}. */
    void by(String proven) {
        actor = Optional.of(proven);
    }

    List<String> meetings() {
        return List.copyOf(meetings);
    }

    List<String> participants() {
        return List.copyOf(participants);
    }

    Optional<String> actor() {
        return actor;
    }
}
