package dev.rapt.aggregator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.meeting.Consent;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextConsentTest {

    private static final Instant EARLIER = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-05T10:10:00Z");

    @Test
    void aFirstYesHoldsForAll() {
        assertThat(NextConsent.of(said(true), Optional.empty(), false)).isEqualTo(said(true));
    }

    @Test
    void whoSaidNoAgreesFromNowOn() {
        assertThat(NextConsent.of(said(true), before(false, Optional.empty()), false)
                        .notBefore())
                .contains(NOW);
    }

    @Test
    void whoWasErasedAgreesFromNowOn() {
        assertThat(NextConsent.of(said(true), Optional.empty(), true).notBefore())
                .contains(NOW);
    }

    @Test
    void sayingYesTwiceMovesNothing() {
        assertThat(NextConsent.of(said(true), before(true, Optional.of(EARLIER)), false)
                        .notBefore())
                .contains(EARLIER);
        assertThat(NextConsent.of(said(true), before(true, Optional.empty()), false)
                        .notBefore())
                .isEmpty();
    }

    @Test
    void aNoHasNoBeginning() {
        assertThat(NextConsent.of(said(false), before(true, Optional.of(EARLIER)), false))
                .isEqualTo(said(false));
    }

    private static Consent said(boolean given) {
        return new Consent("ada", given, "2", "de", Optional.empty(), NOW);
    }

    private static Optional<Consent> before(boolean given, Optional<Instant> notBefore) {
        return Optional.of(new Consent("ada", given, "1", "en", notBefore, EARLIER));
    }
}
