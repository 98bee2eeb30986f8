package dev.rapt.meeting;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a participant may be measured.
 *
 * @param participantId as it is kept: the pseudonym in a pseudonymous meeting
 * @param given yes or no
 * @param noticeVersion of the notice that was shown; empty when none is known to have been
 * @param noticeLanguage by BCP 47; empty likewise
 * @param notBefore when consent was given again after a refusal: nothing captured before may come
 * @param at when it was said
 */
public record Consent(
        String participantId,
        boolean given,
        String noticeVersion,
        String noticeLanguage,
        Optional<Instant> notBefore,
        Instant at) {

    public Consent {
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(noticeVersion, "noticeVersion");
        Objects.requireNonNull(noticeLanguage, "noticeLanguage");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(at, "at");
    }

    /** Whether this agrees to what was captured then. */
    public boolean covers(long capturedAt) {
        return given
                && notBefore.map(first -> capturedAt >= first.toEpochMilli()).orElse(true);
    }
}
