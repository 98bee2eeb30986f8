package dev.rapt.meeting;

import com.google.protobuf.ByteString;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.ErasedParticipant;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.contracts.v1.PseudonymKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Terms, consents and marks as records of {@code meeting-state}, and back. */
public final class RuleMessages {

    private RuleMessages() {}

    /** Writes terms into a declaration. */
    public static void put(Terms terms, Declared.Builder declared) {
        declared.setPurpose(ProtoWords.purpose(terms.purpose()))
                .setRegion(terms.region())
                .setSignals(ProtoWords.signals(terms.signals()))
                .setConsent(ProtoWords.consent(terms.consent()))
                .setView(ProtoWords.view(terms.view()))
                .setPseudonymous(terms.pseudonymous())
                .setJustification(terms.justification());
    }

    /** The terms of a declaration; empty when it has no purpose, or one that isn't known. */
    public static Optional<Terms> terms(Declared declared) {
        return ProtoWords.purpose(declared.getPurpose())
                .map(purpose -> new Terms(
                        purpose,
                        declared.getRegion(),
                        ProtoWords.signals(declared.getSignals()),
                        ProtoWords.consent(declared.getConsent()),
                        ProtoWords.view(declared.getView()),
                        declared.getPseudonymous(),
                        declared.getJustification()));
    }

    static Optional<Terms> terms(MeetingState state) {
        return terms(state.getDeclared());
    }

    /** A participant's consent. */
    public static MeetingState of(String meetingId, Consent consent) {
        dev.rapt.contracts.v1.Consent.Builder said = dev.rapt.contracts.v1.Consent.newBuilder()
                .setParticipantId(consent.participantId())
                .setGiven(consent.given())
                .setNoticeVersion(consent.noticeVersion())
                .setNoticeLanguage(consent.noticeLanguage());
        consent.notBefore().map(Instant::toEpochMilli).ifPresent(said::setNotBeforeMs);
        return state(meetingId, consent.at()).setConsent(said).build();
    }

    /** The consent of a state that has one. */
    public static Optional<Consent> consent(MeetingState state) {
        if (!state.hasConsent()) {
            return Optional.empty();
        }
        dev.rapt.contracts.v1.Consent said = state.getConsent();
        return Optional.of(new Consent(
                said.getParticipantId(),
                said.getGiven(),
                said.getNoticeVersion(),
                said.getNoticeLanguage(),
                said.hasNotBeforeMs() ? Optional.of(Instant.ofEpochMilli(said.getNotBeforeMs())) : Optional.empty(),
                Instant.ofEpochMilli(state.getAtMs())));
    }

    /** The mark of an erased participant, by {@link ParticipantDigest}. */
    public static MeetingState erasedParticipant(String meetingId, String digest, String reason, Instant at) {
        return state(meetingId, at)
                .setErasedParticipant(ErasedParticipant.newBuilder()
                        .setDigest(ByteString.copyFrom(HexFormat.of().parseHex(digest)))
                        .setReason(reason))
                .build();
    }

    /** The key of a meeting's pseudonyms. */
    public static MeetingState pseudonymKey(String meetingId, byte[] key, Instant at) {
        return state(meetingId, at)
                .setPseudonymKey(PseudonymKey.newBuilder().setKey(ByteString.copyFrom(key)))
                .build();
    }

    static Pseudonyms pseudonyms(MeetingState state) {
        return new Pseudonyms(state.getPseudonymKey().getKey().toByteArray());
    }

    private static MeetingState.Builder state(String meetingId, Instant at) {
        return MeetingState.newBuilder().setMeetingId(meetingId).setAtMs(at.toEpochMilli());
    }
}
