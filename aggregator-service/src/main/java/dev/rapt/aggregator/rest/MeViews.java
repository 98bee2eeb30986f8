package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a participant sees of what is kept of them; nothing in it is about anybody else. */
final class MeViews {

    private MeViews() {}

    @Schema(name = "Me", description = "One participant's own part of a meeting")
    record Me(
            @Schema(examples = "standup") String meetingId,
            @Schema(examples = "Biology 101", nullable = true) Optional<String> title,
            @Schema(description = "As it is kept: the pseudonym in a pseudonymous meeting", examples = "ada")
                    String participantId,
            @Schema(examples = "research", nullable = true) Optional<String> purpose,
            @Schema(examples = "attention", nullable = true) Optional<String> signals,
            @Schema(examples = "explicit", nullable = true) Optional<String> consentRule,
            @Schema(examples = "individual", nullable = true) Optional<String> view,
            @Schema(examples = "false") boolean pseudonymous,
            @Schema(description = "How long figures are kept", examples = "P7D") String retention,
            @Schema(description = "Null while nothing was said", nullable = true) Optional<Said> consent,
            @Schema(description = "Null while there is no frame, or when it is hidden", nullable = true)
                    Optional<Views.Summary> kept,
            @Schema(
                            description =
                                    "True in the group view, where nobody's figures are shown alone, not even here",
                            examples = "false")
                    boolean figuresHidden,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-02-04T10:00:00.000Z")
                    Instant linkExpiresAt) {}

    @Schema(name = "MyConsent")
    record Said(
            @Schema(examples = "true") boolean given,
            @Schema(examples = "2026-11", nullable = true) Optional<String> noticeVersion,
            @Schema(examples = "de", nullable = true) Optional<String> noticeLanguage,
            @JsonSerialize(contentUsing = Millis.class) @Schema(examples = "2026-01-05T10:20:00.000Z", nullable = true)
                    Optional<Instant> notBefore,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:20:00.000Z") Instant at) {

        static Said of(dev.rapt.meeting.Consent consent) {
            return new Said(
                    consent.given(),
                    Optional.of(consent.noticeVersion()).filter(text -> !text.isEmpty()),
                    Optional.of(consent.noticeLanguage()).filter(text -> !text.isEmpty()),
                    consent.notBefore(),
                    consent.at());
        }
    }
}
