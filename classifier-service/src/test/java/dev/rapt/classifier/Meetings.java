package dev.rapt.classifier;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.RuleMessages;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Says of meetings what an aggregator would write into meeting-state. */
public final class Meetings {

    private static final Instant AT = Instant.ofEpochMilli(Events.BEGINNING);

    private final BiConsumer<String, MeetingState> sink;

    /** @param sink told of each record's key and value */
    public Meetings(BiConsumer<String, MeetingState> sink) {
        this.sink = sink;
    }

    public void declare(String meeting, Signals signals, ConsentRule rule) {
        Declared.Builder declared = Declared.newBuilder();
        RuleMessages.put(new Terms(Purpose.RESEARCH, "US", signals, rule, View.INDIVIDUAL, false, ""), declared);
        sink.accept(
                Keys.ofDeclaration(meeting),
                MeetingState.newBuilder()
                        .setMeetingId(meeting)
                        .setAtMs(AT.toEpochMilli())
                        .setDeclared(declared)
                        .build());
    }

    public void consent(String meeting, String participant, boolean given) {
        Consent consent = new Consent(participant, given, "1", "en", Optional.empty(), AT);
        sink.accept(Keys.ofConsent(meeting, participant), RuleMessages.of(meeting, consent));
    }

    public void eraseParticipant(String meeting, String participant) {
        String digest = ParticipantDigest.of(meeting, participant);
        sink.accept(
                Keys.ofErasedParticipant(meeting, digest), RuleMessages.erasedParticipant(meeting, digest, "api", AT));
    }

    public void erase(String meeting) {
        sink.accept(
                Keys.ofErasure(meeting),
                MeetingState.newBuilder()
                        .setMeetingId(meeting)
                        .setErased(Erased.getDefaultInstance())
                        .build());
    }
}
