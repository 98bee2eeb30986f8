package dev.rapt.meeting;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of one meeting. One thread writes, any thread may read. */
final class MeetingEntry {

    private final Map<String, Consent> consents = new ConcurrentHashMap<>();
    private final Set<String> erasedParticipants = ConcurrentHashMap.newKeySet();
    private volatile boolean erased;
    private volatile Optional<Terms> terms = Optional.empty();
    private volatile Optional<Pseudonyms> pseudonyms = Optional.empty();

    boolean isErased() {
        return erased;
    }

    void setErased(boolean now) {
        erased = now;
        if (now) {
            // The mark says all that is left to be said
            consents.clear();
            erasedParticipants.clear();
            terms = Optional.empty();
            pseudonyms = Optional.empty();
        }
    }

    Optional<Terms> terms() {
        return terms;
    }

    void setTerms(Optional<Terms> now) {
        terms = now;
    }

    Optional<Pseudonyms> pseudonyms() {
        return pseudonyms;
    }

    void setPseudonyms(Optional<Pseudonyms> now) {
        pseudonyms = now;
    }

    Map<String, Consent> consents() {
        return consents;
    }

    Set<String> erasedParticipants() {
        return erasedParticipants;
    }

    /** Why somebody may not be measured, if that holds for anybody. */
    Optional<Refusal> anybodyRefused(String meetingId, long capturedAt) {
        Set<String> gone = new HashSet<>(erasedParticipants);
        for (Consent consent : consents.values()) {
            if (!consent.covers(capturedAt)) {
                return Optional.of(consent.given() ? Refusal.CAPTURED_BEFORE_CONSENT : Refusal.CONSENT_WITHDRAWN);
            }
            if (!gone.isEmpty()) {
                gone.remove(ParticipantDigest.of(meetingId, consent.participantId()));
            }
        }
        return gone.isEmpty() ? Optional.empty() : Optional.of(Refusal.PARTICIPANT_ERASED);
    }

    boolean isEmpty() {
        return !erased && terms.isEmpty() && pseudonyms.isEmpty() && consents.isEmpty() && erasedParticipants.isEmpty();
    }
}
