package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers about what participants said, as they are written. */
final class ConsentViews {

    private ConsentViews() {}

    @Schema(name = "Consent")
    record Consent(
            @Schema(description = "As it is kept: the pseudonym in a pseudonymous meeting", examples = "ada")
                    String participantId,
            @Schema(examples = "true") boolean given,
            @Schema(description = "Of the notice that was shown", examples = "2026-11", nullable = true)
                    Optional<String> noticeVersion,
            @Schema(description = "By BCP 47", examples = "de", nullable = true) Optional<String> noticeLanguage,
            @JsonSerialize(contentUsing = Millis.class)
                    @Schema(
                            description = "Of who said no before, or was erased: nothing captured before is taken in",
                            examples = "2026-01-05T10:20:00.000Z",
                            nullable = true)
                    Optional<Instant> notBefore,
            @JsonSerialize(using = Millis.class)
                    @Schema(description = "When it was said", examples = "2026-01-05T10:20:00.000Z")
                    Instant at,
            @Schema(description = "Whether what was kept went, too", examples = "false") boolean erased) {

        static Consent of(dev.rapt.meeting.Consent consent, boolean erased) {
            return new Consent(
                    consent.participantId(),
                    consent.given(),
                    Optional.of(consent.noticeVersion()).filter(text -> !text.isEmpty()),
                    Optional.of(consent.noticeLanguage()).filter(text -> !text.isEmpty()),
                    consent.notBefore(),
                    consent.at(),
                    erased);
        }
    }

    @Schema(name = "Consents")
    record Consents(
            @Schema(examples = "standup") String meetingId,
            List<Consent> consents,
            @Schema(description = "The cursor of the next part of the list; null at its end", nullable = true)
                    Optional<String> next) {}

    @Schema(name = "ConsentToSay", description = "What a participant says")
    record ToSay(
            @Schema(required = true, examples = "true") boolean given,
            @Schema(
                            description = "Of the notice that was shown; a yes needs it. 1 to 64 characters",
                            examples = "2026-11",
                            nullable = true)
                    Optional<String> noticeVersion,
            @Schema(description = "By BCP 47", examples = "de", nullable = true) Optional<String> noticeLanguage,
            @Schema(description = "With a no: whether what is kept goes, too", defaultValue = "false", nullable = true)
                    Optional<Boolean> erase) {}
}
