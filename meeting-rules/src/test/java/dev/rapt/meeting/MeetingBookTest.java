package dev.rapt.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.policy.PolicyFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeetingBookTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Terms TERMS = new Terms(
            Purpose.RESEARCH, "DE", Signals.ATTENTION_AND_EXPRESSION, ConsentRule.EXPLICIT, View.INDIVIDUAL, false, "");

    private final MeetingBook book = new MeetingBook(PolicyFile.shipped(), Optional.empty());
    private final List<StateChange> taken = new ArrayList<>();

    @BeforeEach
    void read() {
        assertThat(book.obstacle()).isPresent();
        book.begun();
        book.caughtUp();
        book.onChange(taken::add);
    }

    @Test
    void refusesAMeetingThatNobodyDeclared() {
        assertThat(book.obstacle()).isEmpty();
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.MEETING_UNDECLARED));
        assertThat(book.standing("m", "ada", 0)).isEmpty();
    }

    @Test
    void whatIsReadAnewIsToldOnceItHolds() {
        // Given
        declare(TERMS);
        consent(true, Optional.empty());
        taken.clear();

        // When all is read once more, and a withdrawal with it
        book.begun();
        declare(TERMS);
        consent(false, Optional.empty());
        assertThat(taken).isEmpty();
        assertThat(book.standing("m", "ada", 0)).isEmpty();
        book.caughtUp();

        // Then
        assertThat(taken).isNotEmpty();
        assertThat(book.standing("m", "ada", 0)).hasValue(Refusal.CONSENT_WITHDRAWN);
    }

    @Test
    void admitsWhoConsentedUntilTheyWithdraw() {
        // Given
        declare(TERMS);
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.CONSENT_MISSING));

        // When
        consent(true, Optional.empty());

        // Then
        assertThat(book.admit("m", "ada", 0))
                .isEqualTo(new Admission.Admitted("ada", Signals.ATTENTION_AND_EXPRESSION));
        assertThat(book.admit("m", "bob", 0)).isEqualTo(new Admission.Refused(Refusal.CONSENT_MISSING));

        // When
        consent(false, Optional.empty());

        // Then
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.CONSENT_WITHDRAWN));
        assertThat(book.standing("m", "ada", 0)).contains(Refusal.CONSENT_WITHDRAWN);
        assertThat(taken).hasSize(2);

        // When
        consent(true, Optional.of(NOW));

        // Then
        assertThat(book.admit("m", "ada", NOW.toEpochMilli() - 1))
                .isEqualTo(new Admission.Refused(Refusal.CAPTURED_BEFORE_CONSENT));
        assertThat(book.standing("m", "ada", NOW.toEpochMilli())).isEmpty();
    }

    @Test
    void letsNoRecordAskForMoreThanThePolicyAllows() {
        // When
        declare(new Terms(
                Purpose.WORKPLACE,
                "FR",
                Signals.ATTENTION_AND_EXPRESSION,
                ConsentRule.ASSUMED,
                View.INDIVIDUAL,
                false,
                "because"));

        // Then
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Admitted("ada", Signals.ATTENTION));
    }

    @Test
    void refusesTheErasedUntilTheyConsentAgain() {
        // Given
        declare(new Terms(Purpose.RESEARCH, "US", Signals.ATTENTION, ConsentRule.ASSUMED, View.INDIVIDUAL, false, ""));
        consent(true, Optional.empty());
        String digest = ParticipantDigest.of("m", "ada");

        // When the consent's own record is gone before it is read
        book.told(
                Keys.ofErasedParticipant("m", digest),
                Optional.of(RuleMessages.erasedParticipant("m", digest, "api", NOW)));

        // Then
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.PARTICIPANT_ERASED));
        assertThat(book.isErased("m", "ada")).isTrue();
        assertThat(book.admit("m", "bob", 0)).isInstanceOf(Admission.Admitted.class);

        // When
        consent(true, Optional.of(NOW));

        // Then
        assertThat(book.isErased("m", "ada")).isFalse();
        assertThat(book.admit("m", "ada", NOW.toEpochMilli())).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aRecordUnderAKeyOfSomethingElseErasesAndWithdrawsNothing() {
        // Given
        declare(TERMS);
        consent(true, Optional.empty());
        Consent no = new Consent("bob", false, "", "", Optional.empty(), NOW);
        taken.clear();

        // When
        book.told(Keys.ofConsent("m", "ada"), Optional.of(RuleMessages.of("m", no)));
        book.told(Keys.ofErasure("m"), Optional.of(RuleMessages.of("m", no)));
        book.told(Keys.ofDeclaration("m"), Optional.of(RuleMessages.of("m", no)));
        book.told(
                Keys.ofErasedParticipant("m", ParticipantDigest.of("m", "ada")), Optional.of(RuleMessages.of("m", no)));
        book.told(Keys.ofPseudonymKey("m"), Optional.of(RuleMessages.of("m", no)));

        // Then
        assertThat(taken).isEmpty();
        assertThat(book.admit("m", "ada", 0)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void namesParticipantsByPseudonymsUntilTheKeyIsDeleted() {
        // Given
        declare(new Terms(Purpose.RESEARCH, "US", Signals.ATTENTION, ConsentRule.ASSUMED, View.INDIVIDUAL, true, ""));
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.PSEUDONYM_KEY_DELETED));
        byte[] key = new byte[Pseudonyms.KEY_LENGTH];

        // When
        book.told(Keys.ofPseudonymKey("m"), Optional.of(RuleMessages.pseudonymKey("m", key, NOW)));

        // Then
        String pseudonym = new Pseudonyms(key).of("ada");
        assertThat(Pseudonyms.isPseudonym(pseudonym)).isTrue();
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Admitted(pseudonym, Signals.ATTENTION));

        // When
        book.told(Keys.ofPseudonymKey("m"), Optional.empty());

        // Then
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.PSEUDONYM_KEY_DELETED));
    }

    @Test
    void letsInWhoeverIsUnnamedOnlyWhileEverybodyMayBeMeasured() {
        // Given
        declare(new Terms(Purpose.RESEARCH, "US", Signals.ATTENTION, ConsentRule.ASSUMED, View.INDIVIDUAL, false, ""));
        assertThat(book.unnamed("m", 0)).isEmpty();

        // When, Then
        consent(false, Optional.empty());
        assertThat(book.unnamed("m", 0)).contains(Refusal.CONSENT_WITHDRAWN);
        consent(true, Optional.of(NOW));
        assertThat(book.unnamed("m", NOW.toEpochMilli() - 1)).contains(Refusal.CAPTURED_BEFORE_CONSENT);
        assertThat(book.unnamed("m", NOW.toEpochMilli())).isEmpty();

        // When, Then
        String digest = ParticipantDigest.of("m", "ada");
        MeetingState mark = RuleMessages.erasedParticipant("m", digest, "api", NOW);
        book.told(Keys.ofErasedParticipant("m", digest), Optional.of(mark));
        assertThat(book.unnamed("m", NOW.toEpochMilli())).contains(Refusal.PARTICIPANT_ERASED);
        consent(true, Optional.of(NOW));
        assertThat(book.unnamed("m", NOW.toEpochMilli())).isEmpty();

        // When, Then
        declare(TERMS);
        assertThat(book.unnamed("m", NOW.toEpochMilli())).contains(Refusal.CONSENT_MISSING);
    }

    @Test
    void forgetsWhatIsNotToldAgain() {
        // Given
        declare(TERMS);
        consent(true, Optional.empty());

        // When everything is read once more, and the consent was taken back meanwhile
        book.begun();
        declare(TERMS);

        // Then
        assertThat(book.admit("m", "ada", 0)).isInstanceOf(Admission.Admitted.class);
        book.caughtUp();
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.CONSENT_MISSING));
    }

    @Test
    void refusesAnErasedMeeting() {
        // Given
        declare(TERMS);
        consent(true, Optional.empty());

        // When
        book.told(
                Keys.ofErasure("m"),
                Optional.of(MeetingState.newBuilder()
                        .setMeetingId("m")
                        .setErased(Erased.getDefaultInstance())
                        .build()));

        // Then
        assertThat(book.admit("m", "ada", 0)).isEqualTo(new Admission.Refused(Refusal.MEETING_ERASED));
        assertThat(book.consents("m")).isEmpty();

        // When
        declare(TERMS);

        // Then
        assertThat(book.declared("m")).isEmpty();
    }

    private void declare(Terms terms) {
        Declared.Builder declared = Declared.newBuilder();
        RuleMessages.put(terms, declared);
        MeetingState state = MeetingState.newBuilder()
                .setMeetingId("m")
                .setDeclared(declared)
                .build();
        book.told(Keys.ofDeclaration("m"), Optional.of(state));
    }

    private void consent(boolean given, Optional<Instant> notBefore) {
        Consent consent = new Consent("ada", given, "1", "de", notBefore, NOW);
        book.told(Keys.ofConsent("m", "ada"), Optional.of(RuleMessages.of("m", consent)));
    }
}
