package dev.rapt.meeting;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.policy.Policy;
import java.util.HexFormat;
import java.util.Optional;

/** One thing that a record of {@code meeting-state} says about who may be measured. */
public sealed interface StateChange {

    /** Of which meeting. */
    String meetingId();

    /** Whether something that could be measured or seen before may not be any more. */
    default boolean takesAway() {
        return false;
    }

    /** Makes it hold. */
    void apply(MeetingEntry entry, Policy policy);

    /** The meeting is erased, or isn't marked so any more. */
    record Erased(String meetingId, boolean now) implements StateChange {
        @Override
        public boolean takesAway() {
            return now;
        }

        @Override
        public void apply(MeetingEntry entry, Policy policy) {
            entry.setErased(now);
        }
    }

    /** What the meeting is measured for; empty when nobody says so any more. */
    record Declared(String meetingId, Optional<Terms> terms) implements StateChange {
        @Override
        public boolean takesAway() {
            return true;
        }

        @Override
        public void apply(MeetingEntry entry, Policy policy) {
            entry.setTerms(entry.isErased() ? Optional.empty() : terms.map(policy::clamp));
        }
    }

    /** What a participant said; empty when it isn't so any more. */
    record Consented(String meetingId, String participantId, Optional<Consent> consent) implements StateChange {
        @Override
        public boolean takesAway() {
            return consent.map(Consent::given).map(given -> !given).orElse(true);
        }

        @Override
        public void apply(MeetingEntry entry, Policy policy) {
            if (consent.isPresent() && !entry.isErased()) {
                entry.consents().put(participantId, consent.get());
            } else {
                entry.consents().remove(participantId);
            }
        }
    }

    /** A participant is erased, or isn't marked so any more. */
    record ParticipantErased(String meetingId, String digest, boolean now) implements StateChange {
        @Override
        public boolean takesAway() {
            return now;
        }

        @Override
        public void apply(MeetingEntry entry, Policy policy) {
            if (now && !entry.isErased()) {
                // Taken back by a record of its own, which may be rewritten away before it is read
                entry.consents().keySet().removeIf(id -> ParticipantDigest.of(meetingId, id)
                        .equals(digest));
                entry.erasedParticipants().add(digest);
            } else {
                entry.erasedParticipants().remove(digest);
            }
        }
    }

    /** What the meeting's pseudonyms are made from; empty when the key is deleted. */
    record Keyed(String meetingId, Optional<Pseudonyms> pseudonyms) implements StateChange {
        @Override
        public boolean takesAway() {
            return pseudonyms.isEmpty();
        }

        @Override
        public void apply(MeetingEntry entry, Policy policy) {
            entry.setPseudonyms(entry.isErased() ? Optional.empty() : pseudonyms);
        }
    }

    /** What the record says; empty when it speaks of other things or can't be read. */
    static Optional<StateChange> of(String key, Optional<MeetingState> state) {
        String[] parts = key.split("/", -1);
        if (parts.length != 3 || !Keys.isId(parts[0])) {
            return Optional.empty();
        }
        String meetingId = parts[0];
        if (state.isPresent() && !saysSo(parts[1], parts[2], state.get())) {
            return Optional.empty();
        }
        return of(meetingId, parts, state);
    }

    private static Optional<StateChange> of(String meetingId, String[] parts, Optional<MeetingState> state) {
        if (state.isPresent() && !state.get().getMeetingId().equals(meetingId)) {
            return Optional.empty();
        }
        try {
            return switch (parts[1]) {
                case "erased" -> Optional.of(new Erased(meetingId, state.isPresent()));
                case "declared" -> Optional.of(new Declared(meetingId, state.flatMap(RuleMessages::terms)));
                case "consent" -> Optional.of(new Consented(meetingId, parts[2], state.flatMap(RuleMessages::consent)));
                case "erased-participant" ->
                    Optional.of(new ParticipantErased(
                            meetingId, HexFormat.of().formatHex(HexFormat.of().parseHex(parts[2])), state.isPresent()));
                case "pseudonym-key" -> Optional.of(new Keyed(meetingId, state.map(RuleMessages::pseudonyms)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a record says what its key says: one that was written under a wrong key must not erase or withdraw anything. */
    private static boolean saysSo(String kind, String id, MeetingState state) {
        return switch (kind) {
            case "erased" -> state.hasErased();
            case "declared" -> state.hasDeclared();
            case "consent" ->
                state.hasConsent() && state.getConsent().getParticipantId().equals(id);
            case "erased-participant" ->
                HexFormat.of()
                        .formatHex(state.getErasedParticipant().getDigest().toByteArray())
                        .equals(id);
            case "pseudonym-key" -> state.hasPseudonymKey();
            default -> true;
        };
    }
}
